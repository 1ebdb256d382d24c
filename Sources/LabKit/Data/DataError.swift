import Tables

/// What is wrong with a file of data or with a model, in a sentence.
public typealias DataError = Tables.DataError
