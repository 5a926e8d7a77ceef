package main

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"

	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/cobra"

	"zhibiao/message"
	"zhibiao/report"
	"zhibiao/report/read"
)

func newDoctor(io streams) *cobra.Command {
	return &cobra.Command{
		Use:   "doctor",
		Short: "Tell what this installation has and whether it works",
		Long: `doctor shows the version, the machine, the locale, the fonts and the cache
folder, loads the lexicon and the segmenter, and reads a small text, table, HTML
page, DOCX and PDF to see that the readers work. What does not work comes with
its remedy.
` + exitHelp,
		Example: "  zhibiao doctor",
		Args:    args(cobra.NoArgs, "usage.args.none"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return runDoctor(cmd.Context(), io)
		},
	}
}

// finding is a line of the doctor's: what was looked at (an id of the catalogue),
// and what was seen or what is wrong.
type finding struct {
	what string
	seen message.Text
	err  error
}

// as is a text that is the same in every language.
func as(s string) message.Text { return message.Text{ID: s} }

var errUnwell = message.Errorf("doctor.unwell")

func runDoctor(ctx context.Context, io streams) error {
	unwell := false
	for _, look := range []func(context.Context) finding{
		func(context.Context) finding {
			return finding{what: "doctor.version", seen: as(version + ", " + runtime.Version() + ", " + runtime.GOOS + "/" + runtime.GOARCH)}
		},
		func(context.Context) finding { return finding{what: "doctor.locale", seen: locale()} },
		lookAtCache, lookAtFonts, lookAtRules, lookAtText, lookAtTable, lookAtHTML, lookAtDOCX, lookAtPDF,
	} {
		f := look(ctx)
		if ctx.Err() != nil {
			return errInterrupted
		}
		mark, said := io.message("doctor.ok"), f.seen.In(io.language)
		if f.err != nil {
			mark, said, unwell = io.message("doctor.bad"), message.Of(f.err, io.language), true
		}
		say(io.out, "%s  %s %s", text.Pad(mark, 3, ' '), text.Pad(io.message(f.what), 10, ' '), printable(said))
	}
	if unwell {
		return errUnwell
	}
	return nil
}

// locale is what the environment says of language and encoding.
func locale() message.Text {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" {
			return as(name + "=" + v)
		}
	}
	return message.New("doctor.no_locale")
}

// lookAtCache writes a file where the dictionaries and the PDF library are
// kept.
func lookAtCache(context.Context) finding {
	f := finding{what: "doctor.cache"}
	dir := cacheDir()
	if dir == "" {
		f.err = errors.New("there is no cache folder: every run unpacks the dictionaries anew (set HOME, or XDG_CACHE_HOME)")
		return f
	}
	f.seen = as(dir)
	if err := writable(dir); err != nil {
		f.err = fmt.Errorf("%w (every run unpacks the dictionaries anew: make the folder writable, or free some space)", err)
	}
	return f
}

// writable writes as much into a folder as the cache takes without the PDF
// library, and removes it.
func writable(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	probe, err := os.CreateTemp(dir, ".doctor-*")
	if err != nil {
		return err
	}
	_, err = probe.Write(make([]byte, 16<<20))
	return errors.Join(err, probe.Close(), os.Remove(probe.Name()))
}

// lookAtFonts counts the Chinese fonts that a browser has for the pages of view.
// The program itself needs none, so that it is well without.
func lookAtFonts(ctx context.Context) finding {
	f := finding{what: "doctor.fonts", seen: message.New("doctor.no_fonts_needed")}
	list, err := exec.CommandContext(ctx, "fc-list", ":lang=zh", "family").Output()
	if err != nil { // Windows, macOS, or nothing to draw with
		return f
	}
	if n := bytes.Count(list, []byte("\n")); n > 0 {
		f.seen = message.New("doctor.some_fonts", n)
	} else {
		f.seen = message.New("doctor.no_fonts")
	}
	return f
}

// lookAtRules loads what every document is read with, and reads a sentence.
func lookAtRules(context.Context) finding {
	f := finding{what: "doctor.rules"}
	start := time.Now()
	e, err := newEngine("")
	if err != nil {
		f.err = err
		return f
	}
	x, err := e.explain("全区一般公共预算收入12亿元，增长5%", time.Now())
	switch {
	case err != nil:
		f.err = err
	case len(x.facts) != 2:
		f.err = fmt.Errorf("a sentence with two figures gives %d facts (install the program anew)", len(x.facts))
	default:
		f.seen = message.New("doctor.loaded", time.Since(start).Seconds())
	}
	return f
}

// The smallest documents that the readers are tried on.
const (
	tinyText = "政府工作报告\n全区一般公共预算收入12亿元，增长5%。"
	tinyHTML = "<!DOCTYPE html><meta charset=utf-8><title>政府工作报告</title><body><p>全区一般公共预算收入12亿元，增长5%。</p></body>"
	tinyPDF  = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n4 0 obj<</Length 40>>stream\nBT /F 12 Tf 20 50 Td <8D2F6536> Tj ET   \nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>endobj\n6 0 obj<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>>endobj\n7 0 obj<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>endobj\ntrailer<</Root 1 0 R/Size 8>>\n%%EOF\n"
)

func lookAtText(ctx context.Context) finding {
	return lookAtReader(ctx, "doctor.text", "doctor.txt", tinyText)
}

func lookAtTable(ctx context.Context) finding {
	return lookAtReader(ctx, "doctor.table", "doctor.csv", "text\n\""+tinyText+"\"\n")
}

func lookAtDOCX(ctx context.Context) finding {
	const body = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>` + tinyText + `</w:t></w:r></w:p></w:body></w:document>`
	var docx bytes.Buffer
	z := zip.NewWriter(&docx)
	w, err := z.Create("word/document.xml")
	if err == nil {
		_, err = io.WriteString(w, body)
	}
	if err = errors.Join(err, z.Close()); err != nil {
		return finding{what: "doctor.docx", err: err}
	}
	return lookAtReader(ctx, "doctor.docx", "doctor.docx", docx.String())
}

func lookAtHTML(ctx context.Context) finding {
	return lookAtReader(ctx, "doctor.html", "doctor.html", tinyHTML)
}

func lookAtPDF(ctx context.Context) finding {
	return lookAtReader(ctx, "doctor.pdf", "doctor.pdf", tinyPDF)
}

func lookAtReader(ctx context.Context, what, name, content string) finding {
	f := finding{what: what}
	start := time.Now()
	for raw, err := range read.Reports(ctx, read.Input{Source: name, Data: []byte(content)}, read.Options{CacheDir: cacheDir()}) {
		var refused *report.Error
		switch {
		case errors.As(err, &refused):
			f.err = errors.New(refused.Reason)
		case err != nil:
			f.err = err
		default:
			f.seen = message.New("doctor.read", len([]rune(raw.Text)), filepath.Ext(name), time.Since(start).Seconds())
		}
		return f
	}
	f.err = errors.New("nothing was read (install the program anew)")
	return f
}
