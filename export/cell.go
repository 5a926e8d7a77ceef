package export

import (
	"fmt"
	"strconv"
	"strings"

	"zhibiao/dataset"
)

// Cell is a value as a cell of CSV holds it, empty for null.
func Cell(value any) string {
	switch x := value.(type) {
	case nil:
		return ""
	case float64:
		return strconv.FormatFloat(x, 'f', -1, 64)
	case string:
		return Harmless(x)
	case dataset.Date:
		return x.String()
	}
	return fmt.Sprint(value)
}

// Harmless makes a string that no spreadsheet takes for a formula: one that
// starts like a formula gets an apostrophe before it.
func Harmless(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r＝＋－＠", []rune(s)[0]) {
		return "'" + s
	}
	return s
}
