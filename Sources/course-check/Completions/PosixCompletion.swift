/// The completions for bash and for zsh, which read the same `case`.
struct PosixCompletion {
  let table = CompletionTable.all

  /// What bash sources.
  var bash: String {
    """
    # Completes the words after `swift run course-check` in bash. Try it in this shell:
    #     source <(swift run course-check completions bash)
    # To have it in every shell, write that output to a file and source the file from ~/.bashrc.

    \(choices)

    _course_check() {
      local i start=-1
      COMPREPLY=()
      for ((i = 0; i < COMP_CWORD; i++)); do
        if [[ ${COMP_WORDS[i]##*/} == course-check ]]; then start=$i; break; fi
      done
      if ((start < 0)); then
        # Another use of swift: whatever completed it before goes on doing so.
        if [[ -n $_course_check_before ]]; then "$_course_check_before" "$@"; fi
        return
      fi
      local current=${COMP_WORDS[COMP_CWORD]} reply word
      local -a given=()
      # Of `--tree=lessons` bash makes three words.
      for word in "${COMP_WORDS[@]:start + 1:COMP_CWORD - start - 1}"; do
        if [[ $word != = ]]; then given+=("$word"); fi
      done
      if [[ $current == = ]]; then current=; fi
      reply=$(_course_check_choices "${given[@]}")
      if [[ $reply == FILES ]]; then
        compopt -o filenames 2> /dev/null
        COMPREPLY=($(compgen -f -- "$current"))
      else
        COMPREPLY=($(compgen -W "$reply" -- "$current"))
      fi
    }

    _course_check_before=$(complete -p swift 2> /dev/null | sed -n 's/.*-F \\([^ ]*\\) .*/\\1/p')
    if [[ $_course_check_before == _course_check ]]; then _course_check_before=; fi
    complete -F _course_check course-check swift

    """
  }

  /// What zsh sources.
  var zsh: String {
    """
    # Completes the words after `swift run course-check` in zsh. Try it in this shell:
    #     source <(swift run course-check completions zsh)
    # To have it in every shell, write that output to a file and source the file from ~/.zshrc, after compinit.

    \(choices)

    _course_check() {
      local start=${words[(i)(*/|)course-check]} reply
      if ((start >= CURRENT)); then
        # Another use of swift: whatever completed it before goes on doing so.
        if [[ -n $_course_check_before ]]; then $_course_check_before "$@"; fi
        return
      fi
      local -a given=("${(@)words[start + 1,CURRENT - 1]}")
      # Of `--tree=lessons` the option is read, and its value is completed.
      if [[ ${words[CURRENT]} == --*=* ]]; then
        given+=("${words[CURRENT]%%=*}")
        compset -P '*='
      fi
      reply=$(_course_check_choices "${(@)given}")
      if [[ $reply == FILES ]]; then _files; else compadd -- ${=reply}; fi
    }

    if ! (( $+functions[compdef] )); then autoload -Uz compinit && compinit; fi
    _course_check_before=${_comps[swift]:-}
    if [[ $_course_check_before == _course_check ]]; then _course_check_before=; fi
    compdef _course_check course-check swift

    """
  }

  /// A function that prints what may follow the words after `course-check`: words, FILES, or nothing.
  private var choices: String {
    """
    _course_check_choices() {
      local command=check previous=
      if (($# == 0)); then
        echo "\(table.first.joined(separator: " "))"
        return
      fi
      case $1 in \(table.words.map(\.command).joined(separator: "|"))) command=$1 ;; esac
      while (($# > 0)); do previous=$1; shift; done
      case "$command $previous" in
    \(table.lines(line))
        *)
          case $command in
    \(table.words.map { "        \($0.command)) echo \"\($0.choices.joined(separator: " "))\" ;;" }.joined(separator: "\n"))
          esac
          ;;
      esac
    }
    """
  }

  private func line(_ option: String, _ values: CompletionTable.Values) -> String {
    switch values {
    case .words(let words): "    \"\(option)\") echo \"\(words.joined(separator: " "))\" ;;"
    case .files: "    \"\(option)\") echo FILES ;;"
    case .unknown: "    \"\(option)\") ;;"
    }
  }
}
