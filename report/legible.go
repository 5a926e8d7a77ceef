package report

import (
	"fmt"

	"zhibiao/han"
)

// leastReport is how many Chinese characters a report has at least; what is
// shorter is read, but not taken for one.
const leastReport = 100

// usual are the characters that Chinese reports are made of: together a third
// of the Chinese characters of any, a quarter in traditional ones.
const usual = "的业建和新发大全展化国设进工一实区加力中市产政人动推作高民生务成等增会体城制强年深改行提地重经持开理资保社创要合项能个平亿元万长度县農業發會國產實動"

var isUsual = han.NewTable(usual)

// leastUsual: where less than one in so many Chinese characters is usual a text is no
// Chinese, but what wrong tables make of its bytes.
const leastUsual = 20

// illegible says why a text cannot be read, nil where it can.
func illegible(s *buffer, source string) *Error {
	fail := func(reason, remedy string) *Error { return &Error{source, "clean", reason, remedy} }
	chars := len(s.r)
	if s.han*20 < chars { // few texts: the breaks of their lines do not count
		for _, r := range s.r {
			if r == '\n' {
				chars--
			}
		}
	}
	switch {
	case chars == 0:
		return fail("the text is empty", "check that the file is whole; a scan needs text recognition first")
	case s.han == 0:
		return fail("the text holds no Chinese", "check that the file is a report in Chinese and not a scan")
	case s.han*20 < chars:
		return fail(fmt.Sprintf("hardly any of the text is Chinese: %d of %d characters", s.han, chars), "check that the file is a report in Chinese and not a scan")
	case s.han >= 2*leastReport && !holdsUsual(s.r, s.han/leastUsual):
		return fail("the text is garbled: its Chinese characters make no words", "get the report as text, or run text recognition (OCR) on it")
	}
	return nil
}

// holdsUsual tells whether n of the characters of t are usual.
func holdsUsual(t []rune, n int) bool {
	for i := 0; n > 0 && i < len(t); i++ {
		if isUsual.Has(t[i]) {
			n--
		}
	}
	return n <= 0
}

// noSentence refuses a text of short lines without a sentence, by what it is
// most likely to be.
func noSentence(raw Raw) *Error {
	switch raw.Format {
	case "text", "markdown", "html", "mhtml":
		return &Error{raw.Source, "clean", "a web page's menus without a report", "save the page that shows the report's text"}
	}
	return &Error{raw.Source, "clean", "no sentence and hardly a figure in many short lines: a list of names, or a garbled text", "look into the file; get the report as text, or run text recognition (OCR) on it"}
}
