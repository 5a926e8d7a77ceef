package message

import "strings"

// Language is one that messages are in.
type Language string

// The languages of the catalogue.
const (
	English Language = "en"
	Chinese Language = "zh"
)

// Languages are all of them.
var Languages = []Language{English, Chinese}

// Parse reads the name of a language: zh, zh_CN.UTF-8, Chinese for the one; en,
// C for the other. ok is false for any other.
func Parse(name string) (l Language, ok bool) {
	name = strings.ToLower(name)
	short, _, _ := strings.Cut(strings.ReplaceAll(name, "-", "_"), "_")
	short, _, _ = strings.Cut(short, ".")
	switch short {
	case "zh", "chinese", "中文":
		return Chinese, true
	case "en", "english", "c", "posix":
		return English, true
	}
	return English, false
}

// FromEnvironment is the language of the locale: the first of LC_ALL,
// LC_MESSAGES and LANG that is set says it, else what Windows is shown in; any but
// Chinese is English.
func FromEnvironment(getenv func(string) string) Language {
	for _, name := range [...]string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			l, _ := Parse(value)
			return l
		}
	}
	l, _ := Parse(systemLocale())
	return l
}
