package read

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"

	"zhibiao/report/reporttest"
)

// tableRow is a row as the tests write it in every format.
type tableRow struct {
	Province string `json:"省份" parquet:"省份"`
	City     string `json:"城市" parquet:"城市"`
	Year     int    `json:"年份" parquet:"年份,optional"`
	Title    string `json:"标题" parquet:"标题"`
	Text     string `json:"正文" parquet:"正文"`
}

func tableRows() []tableRow {
	long := strings.Repeat(reporttest.Text(), 30) // far over 64 KB
	return []tableRow{
		{"上海市", "静安区", 2023, "政府工作报告", reporttest.Text()},
		{"", "", 0, "", ""},
		{"河北省", "河北省保定市", 2022, `题"带"引号`, long},
		{"北京市", "北京市", 2021, "甲,乙\t丙", "第一行\n第二行，增长5%"},
	}
}

func csvOf(rows []tableRow, delim string) string {
	var b strings.Builder
	b.WriteString(strings.Join([]string{"省份", "城市", "年份", "标题", "正文"}, delim) + "\r\n")
	q := func(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
	for _, r := range rows {
		b.WriteString(strings.Join([]string{r.Province, r.City, fmt.Sprint(r.Year), q(r.Title), q(r.Text)}, delim) + "\r\n")
	}
	return b.String()
}

// tables writes the rows in every format of tables.
func tables(t testing.TB) map[string][]byte {
	rows := tableRows()
	csv := csvOf(rows, ",")
	var lines, array bytes.Buffer
	for _, r := range rows {
		b, _ := json.Marshal(r)
		lines.Write(append(b, '\n'))
	}
	b, _ := json.MarshalIndent(rows, "", "  ")
	array.Write(b)
	var pq bytes.Buffer
	w := parquet.NewGenericWriter[tableRow](&pq, parquet.MaxRowsPerRowGroup(3), parquet.PageBufferSize(100))
	if _, err := w.Write(rows); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{
		"a.csv": []byte(csv), "bom.csv": []byte("\xEF\xBB\xBF" + csv), "gbk.csv": reporttest.GB18030(csv),
		"semicolon.csv": []byte(csvOf(rows, ";")), "tab.tsv": []byte(csvOf(rows, "\t")), "utf16.csv": reporttest.UTF16(csvOf(rows, "\t"), false, true),
		"csv.txt": []byte(csv), "a.jsonl": lines.Bytes(), "bom.json": append([]byte("\xEF\xBB\xBF"), array.Bytes()...),
		"gbk.jsonl": reporttest.GB18030(lines.String()), "array.json": array.Bytes(), "a.parquet": pq.Bytes(), "a.xlsx": workbook(t, rows),
	}
}

func workbook(t testing.TB, rows []tableRow) []byte {
	x := excelize.NewFile()
	defer x.Close()
	_ = x.SetSheetRow("Sheet1", "A1", &[]any{"各地政府工作报告"}) // a title above the header
	_ = x.SetSheetRow("Sheet1", "A2", &[]any{"省份", "城市", "年份", "标题", "正文"})
	for i, r := range rows {
		text := r.Text
		if u := []rune(text); len(u) > xlsxCell {
			text = string(u[:xlsxCell])
		}
		_ = x.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+3), &[]any{r.Province, r.City, r.Year, r.Title, text})
	}
	var b bytes.Buffer
	if err := x.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestReadTables(t *testing.T) {
	rows := tableRows()
	for name, data := range tables(t) {
		t.Run(name, func(t *testing.T) {
			raws, fails := readAll(t, Input{Source: name, Data: data}, Options{})
			if len(raws) != 3 || len(fails) != 1 || fails[0].Source != name+"#2" || !strings.Contains(fails[0].Reason, "no text") {
				t.Fatalf("%d reports, %v", len(raws), fails)
			}
			for i, row := range []int{0, 2, 3} {
				r, want := raws[i], rows[row]
				if r.Source != fmt.Sprintf("%s#%d", name, row+1) || r.Year != want.Year {
					t.Errorf("row %d: %s, %d", row+1, r.Source, r.Year)
				}
				if squeeze(r.Title) != squeeze(want.Title) {
					t.Errorf("row %d: title %q, want %q", row+1, r.Title, want.Title)
				}
				if text := squeeze(r.Text); text != squeeze(want.Text) && !strings.HasSuffix(name, ".xlsx") {
					t.Errorf("row %d: %d bytes of text, want %d", row+1, len(text), len(squeeze(want.Text)))
				}
			}
			if a, b, c := raws[0].Region, raws[1].Region, raws[2].Region; a != "上海市静安区" || b != "河北省保定市" || c != "北京市" {
				t.Errorf("regions %q, %q, %q", a, b, c)
			}
			if name == "a.xlsx" && len(raws[1].Warnings) != 1 {
				t.Error("no warning of a cell cut by Excel")
			}
		})
	}
}

func TestReadTableTrouble(t *testing.T) {
	text := "全区生产总值增长5%"
	for _, c := range []struct {
		name, data string
		reports    int
		reasons    []string // one a refusal, in order
	}{
		{"none.csv", "id,name\n1,甲\n", 0, []string{`columns are "id", "name"`}},
		{"none.jsonl", `{"id":1,"name":"甲"}`, 0, []string{`columns are "id", "name"`}},
		{"empty.csv", "text,title\n", 0, []string{"no rows"}},
		{"short.csv", "text,title\n" + text + ",甲\n" + text + "\n" + text + ",乙\n", 2, []string{"1 columns, the header 2"}},
		{"open.csv", "text,title\n" + text + ",甲\n\"" + text + ",乙\n" + text + ",丙\n", 2, []string{"never closed"}},
		{"loose.csv", "text,title\n\"他说\"好\"，" + text + "\",甲\n", 1, nil},
		{"broken.jsonl", `{"text":"` + text + "\"}\n{\"text\":\n{\"text\":\"" + text + "\"}\n", 2, []string{"not a JSON object"}},
		{"first.jsonl", "{\"text\":\"\n{\"text\":\"" + text + "\"}\n{\"text\":\"" + text + "\"}\n", 2, []string{"not a JSON object"}},
		{"cut.json", `[{"text":"` + text + `"},{"text":"`, 1, []string{"broken JSON behind object 1"}},
		{"list.jsonl", `{"text":["` + text + `","第二段"],"year":"2023年"}`, 1, nil},
		{"pretty.json", "{\n \"text\": \"" + text + "\"\n}\n", 1, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			raws, fails := readAll(t, Input{Source: c.name, Data: []byte(c.data)}, Options{})
			if len(raws) != c.reports || len(fails) != len(c.reasons) {
				t.Fatalf("%d reports, %v", len(raws), fails)
			}
			for i, r := range c.reasons {
				if !strings.Contains(fails[i].Reason, r) {
					t.Errorf("reason %q, want %q", fails[i].Reason, r)
				}
			}
		})
	}
	raws, fails := readAll(t, Input{Source: "a.csv", Data: []byte("id,报告原文\n1," + text + "\n")}, Options{TextColumn: "报告原文"})
	if len(raws) != 1 {
		t.Errorf("--text-column: %v", fails)
	}
	_, fails = readAll(t, Input{Source: "a.csv", Data: []byte("id,content\n1," + text + "\n")}, Options{TextColumn: "原文"})
	if len(fails) != 1 || !strings.Contains(fails[0].Reason, `"原文"`) || !strings.Contains(fails[0].Remedy, "--text-column") {
		t.Errorf("a wrong --text-column: %v", fails)
	}
	raws, fails = readAll(t, Input{Source: "long.csv", Data: []byte("text,title\n" + strings.Repeat("指", 2000) + ",甲\n" + text + ",乙\n")}, Options{Limits: Limits{Text: 3000}})
	if len(raws) != 1 || len(fails) != 1 {
		t.Errorf("a row over the limit: %d reports, %v", len(raws), fails)
	}
}

// TestRowsWithoutEnd: a small file whose rows all hold one large text.
func TestRowsWithoutEnd(t *testing.T) {
	type row struct {
		Text string `parquet:"text,dict"`
	}
	text := strings.Repeat(reporttest.Text(), 20)
	rows := make([]row, 2000)
	for i := range rows {
		rows[i].Text = text
	}
	var b bytes.Buffer
	w := parquet.NewGenericWriter[row](&b, parquet.Compression(&parquet.Zstd))
	if _, err := w.Write(rows); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	limit := int64(10 << 20)
	var size int64
	var last error
	for r, err := range Reports(t.Context(), Input{Source: "a.parquet", Data: b.Bytes()}, Options{Limits: Limits{Rows: limit}}) {
		if last != nil {
			t.Fatal("it goes on behind the limit")
		}
		size, last = size+int64(len(r.Text)), err
	}
	if limit += int64(b.Len()) * maxRatio; size > limit || size < limit-int64(len(text)) {
		t.Errorf("%d bytes of text were read, the limit is %d", size, limit)
	}
	if last == nil || !strings.Contains(last.Error(), "the rest is not read") {
		t.Errorf("it ends in %v", last)
	}
}

func TestReadZIP(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	add := func(h *zip.FileHeader, data []byte) {
		h.Method = zip.Deflate
		w, err := z.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = w.Write(data)
	}
	text := []byte(reporttest.Text())
	add(&zip.FileHeader{Name: string(reporttest.GB18030("报告/静安区_2023.txt")), NonUTF8: true}, reporttest.GB18030(reporttest.Text()))
	add(&zip.FileHeader{Name: "报告/"}, nil)
	add(&zip.FileHeader{Name: "../../etc/静安.txt"}, text)
	add(&zip.FileHeader{Name: "__MACOSX/._a.txt"}, []byte("x"))
	add(&zip.FileHeader{Name: "内.zip"}, reporttest.Zip("a.txt", "一"))
	add(&zip.FileHeader{Name: "弹.txt"}, bytes.Repeat([]byte("0"), 40<<20))
	add(&zip.FileHeader{Name: "表.csv"}, []byte("text,year\n增长5%,2023\n,2024\n"))
	locked := &zip.FileHeader{Name: "锁.txt", Flags: 1}
	add(locked, text)
	add(&zip.FileHeader{Name: "词.docx"}, reporttest.DOCX(reporttest.Para("全区生产总值增长5%")))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	raws, fails := readAll(t, Input{Source: "a.zip", Data: b.Bytes()}, Options{})
	var got []string
	for _, r := range raws {
		got = append(got, r.Source+" "+r.Format)
	}
	want := "a.zip!报告/静安区_2023.txt text|a.zip!../../etc/静安.txt text|a.zip!表.csv#1 csv|a.zip!词.docx docx"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("have %s\nwant %s", s, want)
	}
	reasons := []string{"inside an archive", "bomb", "no text", "encrypted"}
	if len(fails) != len(reasons) {
		t.Fatalf("refused: %v", fails)
	}
	for i, r := range reasons {
		if !strings.Contains(fails[i].Reason, r) {
			t.Errorf("%v, want %q", fails[i], r)
		}
	}
	// Many members that stay below the ratio each: the total stops them.
	_, fails = readAll(t, Input{Source: "b.zip", Data: b.Bytes()}, Options{Limits: Limits{Unpacked: 4000}})
	if !strings.Contains(fails[len(fails)-1].Reason, "too much") {
		t.Errorf("no end: %v", fails)
	}
	// A cut archive.
	_, fails = readAll(t, Input{Source: "c.zip", Data: b.Bytes()[:b.Len()/2]}, Options{})
	if len(fails) != 1 || !strings.Contains(fails[0].Reason, "damaged") {
		t.Errorf("a cut archive: %v", fails)
	}
}
