/// The completions for fish.
struct FishCompletion {
  let table = CompletionTable.all

  /// What fish sources.
  var text: String {
    """
    # Completes the words after `swift run course-check` in fish. Try it in this shell:
    #     swift run course-check completions fish | source
    # To have it in every shell, write that output to ~/.config/fish/completions/course-check.fish
    # and source that file from ~/.config/fish/config.fish.

    function __course_check_words
        set -l given (commandline -opc)
        for index in (seq (count $given))
            if string match -qr '(^|/)course-check$' -- $given[$index]
                set -e given[1..$index]
                # printf would print an empty line for nothing.
                test (count $given) -gt 0; and printf '%s\\n' $given
                return 0
            end
        end
        return 1
    end

    function __course_check_is_here
        __course_check_words > /dev/null
    end

    function __course_check_choices
        set -l given (__course_check_words) $argv
        if test (count $given) -eq 0
            printf '%s\\n' \(table.first.joined(separator: " "))
            return
        end
        set -l command check
        if contains -- $given[1] \(table.words.map(\.command).joined(separator: " "))
            set command $given[1]
        end
        switch "$command $given[-1]"
    \(table.lines(line))
            case '*'
                switch $command
    \(words)
                end
        end
    end

    # Of `--tree=lessons` the option is read, and fish wants it again before each value.
    function __course_check_offers
        set -l option (string match -r '^--[^=]+(?==)' -- (commandline -ct))
        if test -n "$option"
            __course_check_choices $option | string replace -r '^' -- "$option="
        else
            __course_check_choices
        end
    end

    complete -c course-check -f -a '(__course_check_offers)'
    complete -c swift -n __course_check_is_here -f -a '(__course_check_offers)'

    """
  }

  private var words: String {
    table.words.map { row in
      "                case \(row.command)\n                    printf '%s\\n' \(row.choices.joined(separator: " "))"
    }.joined(separator: "\n")
  }

  private func line(_ option: String, _ values: CompletionTable.Values) -> String {
    let action =
      switch values {
      case .words(let words): "printf '%s\\n' \(words.joined(separator: " "))"
      case .files: "__fish_complete_path (commandline -ct)"
      case .unknown: "true"
      }
    return "        case '\(option)'\n            \(action)"
  }
}
