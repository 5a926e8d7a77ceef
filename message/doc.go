// Package message holds what the program tells people, in English and Chinese.
//
// A message has an id and, in each language, a text with the verbs of package
// fmt. data/messages.tsv is the catalogue, a line a message: id, English,
// Chinese; \n in it breaks the line. Where the first argument is a number, |
// parts the English of one from that of many (%d report was|%d reports were).
//
// data/refusals.tsv holds what is said of documents that are not read, and
// data/errors.tsv what went wrong elsewhere: packages below the command say it in
// English, which is its id. Files hold English, too: [Translate] finds it again in
// the catalogue, with the figures in it. data/terms.tsv is the glossary: what
// columns and their values are called ([Term], [Code]). data/help.zh.txt is the
// help in Chinese; the commands themselves hold the English.
//
// Code makes a [Text] or an [Error] of an id and what fills it, and only the
// command that prints it chooses the language, so that files and JSON do not
// depend on who runs it.
package message
