package view

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"strings"

	"github.com/klauspost/compress/zstd"

	"zhibiao/dataset"
	"zhibiao/message"
)

//go:embed templates/*.html
var templateFiles embed.FS

//go:embed assets
var assetFiles embed.FS

//go:embed labels.tsv
var labelFile string

// labels are what the pages say, by key: Chinese, English.
var labels = readLabels(labelFile)

func readLabels(tsv string) map[string][2]string {
	out := map[string][2]string{}
	for line := range strings.Lines(tsv) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 3 || out[cells[0]][0] != "" {
			panic(fmt.Sprintf("view/labels.tsv: want key, Chinese, English, each key once: %q", line))
		}
		out[cells[0]] = [2]string{cells[1], cells[2]}
	}
	return out
}

// pages are the templates by name, each with the frame around it.
var pages = func() map[string]*template.Template {
	base := template.Must(template.New("").Funcs(template.FuncMap{
		"t": label, "tt": chinese, "zh": inChinese, "years": yearText, "number": isNumber,
	}).ParseFS(templateFiles, "templates/frame.html"))
	out := map[string]*template.Template{}
	for _, name := range []string{"index.html", "facts.html", "charts.html", "check.html", "report.html"} {
		page := template.Must(base.Clone())
		out[name] = template.Must(page.ParseFS(templateFiles, "templates/"+name))
	}
	return out
}()

// chinese is a label's Chinese text. An unknown key is a mistake in a template
// and ends its tests.
func chinese(key string) (string, error) {
	l, ok := labels[key]
	if !ok {
		return "", fmt.Errorf("view/labels.tsv has no %q", key)
	}
	return l[0], nil
}

// label is a label that the scripts turn into the other language.
func label(key string) (template.HTML, error) {
	text, err := chinese(key)
	return template.HTML(`<span data-t="` + template.HTMLEscapeString(key) + `">` + template.HTMLEscapeString(text) + `</span>`), err
}

// inChinese is a warning as a file holds it, in Chinese.
func inChinese(english string) string { return message.Translate(english, message.Chinese) }

// isNumber tells whether a cell begins with a digit or a sign.
func isNumber(cell []piece) bool {
	return len(cell) > 0 && strings.ContainsRune("+-−－0123456789０１２３４５６７８９", []rune(cell[0].Text)[0])
}

// yearText is a year, or a dash where it is unknown.
func yearText(year int32) string {
	if year == 0 {
		return "—"
	}
	return fmt.Sprint(year)
}

// frame is what every page knows: which it is and where the folder's root is.
type frame struct {
	Page, Root, Version string
	Terms               bool
}

func (b *builder) frame(page, root string) frame {
	return frame{page, root, b.opt.Version, len(b.opt.Terms) > 0}
}

// toolPage is a page that its script fills.
type toolPage struct{ Frame frame }

// reportPage is what the page of a report shows.
type reportPage struct {
	Frame    frame
	Document dataset.DocumentRow
	Row      documentRow
	Blocks   []block
	LeftOut  int
	Data     reportData
}

// reportData is what its script is given.
type reportData struct {
	Facts      factTable  `json:"facts"`
	Quantities []quantity `json:"quantities"`
}

// assets writes the style, the scripts and the chart library.
func (f *folder) assets() error {
	files, err := fs.ReadDir(assetFiles, "assets")
	if err != nil {
		return err
	}
	for _, file := range files {
		if err := f.asset(file.Name()); err != nil {
			return err
		}
	}
	return nil
}

// asset writes one of them, unpacked.
func (f *folder) asset(name string) error {
	in, err := assetFiles.Open("assets/" + name)
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }()
	plain, packed := strings.CutSuffix(name, ".zst")
	return f.write("assets/"+plain, func(w io.Writer) error {
		if !packed {
			_, err := io.Copy(w, in)
			return err
		}
		r, err := zstd.NewReader(in)
		if err != nil {
			return err
		}
		defer r.Close()
		_, err = io.Copy(w, r)
		return err
	})
}
