package words

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// Term is a string to count, in a group of terms.
type Term struct{ Group, Text string }

// ReadTerms reads a list of terms: a table with the columns group and term
// (.xlsx; .csv, .tsv or text with tabs or commas, in UTF-8 or GBK), or one term a line, which
// then make one group of the file's name. Lines that begin with # are comments.
// An error names the file, the line and the remedy.
func ReadTerms(path string) ([]Term, error) {
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	if strings.EqualFold(filepath.Ext(path), ".xlsx") {
		rows, err := sheetRows(path)
		if err != nil {
			return nil, err
		}
		return parseTerms(path, name, rows)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read terms: %w", err)
	}
	if !utf8.Valid(text) { // as Excel saves CSV on a Chinese Windows
		text, err = simplifiedchinese.GB18030.NewDecoder().Bytes(text)
		if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
			return nil, fmt.Errorf("%s is neither UTF-8 nor GBK: save it as UTF-8, or as .xlsx", path)
		}
	}
	return ParseTerms(path, name, string(text))
}

// ParseTerms reads the text of a list of terms. path is named in errors; name
// is the group of terms without one.
func ParseTerms(path, name, text string) ([]Term, error) {
	var rows [][]string
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case strings.HasPrefix(line, "#"):
			rows = append(rows, nil)
		case strings.Contains(line, "\t"):
			rows = append(rows, strings.Split(line, "\t"))
		default:
			cells, err := csv.NewReader(strings.NewReader(line)).Read()
			if err != nil && !errors.Is(err, io.EOF) { // an empty line
				return nil, fmt.Errorf("%s:%d: no line of CSV: write group,term", path, len(rows)+1)
			}
			rows = append(rows, cells)
		}
	}
	return parseTerms(path, name, rows)
}

// sheetRows are the rows of a workbook's first sheet.
func sheetRows(path string) ([][]string, error) {
	x, err := excelize.OpenFile(path, excelize.Options{UnzipSizeLimit: 64 << 20})
	if err != nil {
		return nil, fmt.Errorf("read terms %s: %w", path, err)
	}
	defer func() { _ = x.Close() }()
	rows, err := x.GetRows(x.GetSheetName(0))
	if err != nil {
		return nil, fmt.Errorf("read terms %s: %w", path, err)
	}
	return rows, nil
}

// head names the columns of a list; without one, the last of at most two
// columns holds the term.
type head struct{ group, term int }

func headOf(row []string) (h head, ok bool) {
	find := func(names ...string) int {
		return slices.IndexFunc(row, func(s string) bool {
			return slices.Contains(names, strings.ToLower(strings.TrimSpace(s)))
		})
	}
	h = head{find("group", "组", "分组", "类别", "维度"), find("term", "word", "词", "词语", "关键词", "术语")}
	return h, h.term >= 0
}

func parseTerms(path, name string, rows [][]string) ([]Term, error) {
	var list []Term
	seen := map[Term]int{}
	var h *head
	for i, row := range rows {
		for k := range row {
			row[k] = strings.TrimSpace(row[k])
		}
		if strings.Join(row, "") == "" {
			continue
		}
		if h == nil {
			found, isHead := headOf(row)
			if !isHead {
				found = head{len(row) - 2, len(row) - 1}
			}
			h = &found
			if isHead {
				continue
			}
		}
		t := Term{name, cell(row, h.term)}
		if g := cell(row, h.group); g != "" {
			t.Group = g
		}
		if strings.ContainsFunc(t.Text, unicode.IsControl) || t.Text == "" {
			return nil, fmt.Errorf("%s:%d: no term in this line: write the columns group and term, or one term a line", path, i+1)
		}
		if first := seen[t]; first > 0 {
			return nil, fmt.Errorf("%s:%d: %s stands in line %d already: remove one of the two", path, i+1, t.Text, first)
		}
		seen[t] = i + 1
		list = append(list, t)
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("%s holds no terms: write the columns group and term, or one term a line", path)
	}
	return list, nil
}

func cell(row []string, i int) string {
	if i < 0 || i >= len(row) {
		return ""
	}
	return row[i]
}
