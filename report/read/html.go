package read

import (
	"bytes"
	"context"
	"regexp"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"zhibiao/message"
	"zhibiao/report"
)

// readHTML reads a saved page: the article, one line a paragraph, tables row
// by row. The charset is taken from the bytes, not from what the page says.
func readHTML(_ context.Context, f *file) (report.Raw, *report.Error) {
	data, fail := f.bytes()
	if fail != nil {
		return report.Raw{}, fail
	}
	r := f.raw(kindHTML)
	page, enc, warnings, fail := f.decode(dropData(data))
	if fail != nil {
		return report.Raw{}, fail
	}
	if int64(len(page)) > 2*f.opt.Limits.Text {
		return report.Raw{}, f.fail("read", "the page is longer than any report's", "check what it is: a collection belongs in one file a report")
	}
	r.Encoding, r.Warnings = enc, warnings
	var doc *html.Node
	tooLong := len(page) > maxTree
	if !tooLong {
		doc, _ = html.Parse(strings.NewReader(page))
	}
	switch {
	case tooLong:
		r.Text = flatArticle(page)
		r.Warnings = append(r.Warnings, message.New("warn.long_page"))
	case doc == nil: // nested too deep, mostly by tags that nobody closes
		r.Text = flatArticle(page)
		r.Warnings = append(r.Warnings, message.New("warn.broken_page"))
	default:
		q := goquery.NewDocumentFromNode(doc)
		r.Title, r.Date = htmlTitle(q), htmlDate(q)
		r.Text = articleText(q)
	}
	r.Lines = !hardWrapped(r.Text)
	return r, nil
}

// maxTree is the longest page that is parsed as a tree, which takes up to 50
// times its memory.
const maxTree = 4 << 20

var dataURI = regexp.MustCompile(`data:[a-z]+/[a-z.+-]+;base64,[A-Za-z0-9+/=\s]{1000}[A-Za-z0-9+/=\s]*`)

// dropData takes pictures out of pages that were saved with them inside.
func dropData(page []byte) []byte {
	if !bytes.Contains(page, []byte(";base64,")) {
		return page
	}
	return dataURI.ReplaceAll(page, nil)
}

var dateForm = regexp.MustCompile(`(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})`)

// htmlDate is the date of publication that the page's meta data tell.
func htmlDate(q *goquery.Document) string {
	for _, name := range []string{"PubDate", "pubdate", "publishdate", "PublishDate", "article:published_time", "firstpublishedtime", "others"} {
		v, _ := q.Find(`meta[name="` + name + `"],meta[property="` + name + `"]`).First().Attr("content")
		if m := dateForm.FindStringSubmatch(v); m != nil {
			return m[1] + "-" + pad2(m[2]) + "-" + pad2(m[3])
		}
	}
	return ""
}

func pad2(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// htmlTitle is the article's title: meta data, the only h1, or the page's
// title without the name of the site.
func htmlTitle(q *goquery.Document) string {
	for _, sel := range []string{`meta[name="ArticleTitle"]`, `meta[property="og:title"]`, `meta[name="title"]`} {
		if v, _ := q.Find(sel).First().Attr("content"); strings.TrimSpace(v) != "" {
			return oneLine(v)
		}
	}
	if h := q.Find("h1"); h.Length() == 1 && hanCount(h.Text()) >= 4 {
		return oneLine(h.Text())
	}
	t := oneLine(q.Find("head title").First().Text())
	for _, sep := range []string{"_", " - ", "--", "-", "|", "—"} {
		parts := strings.Split(t, sep)
		if len(parts) < 2 {
			continue
		}
		for _, p := range parts { // the site may stand on either side
			if strings.Contains(p, "报告") || strings.Contains(p, "公报") || strings.Contains(p, "計") || strings.Contains(p, "報告") {
				return strings.TrimSpace(p)
			}
		}
		return strings.TrimSpace(parts[0])
	}
	return t
}

// oneLine folds all white space of s to single spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// hardWrapped tells that the lines of a text break sentences at a fixed
// width, so that its paragraphs have to be rejoined.
func hardWrapped(text string) bool {
	long, open := 0, 0
	for l := range strings.SplitSeq(text, "\n") {
		if hanCount(l) < 15 || isRow(l) {
			continue
		}
		long++
		if !strings.ContainsAny(lastRune(l), "。！？；：”’）)…!?;:.，、") {
			open++
		}
	}
	return long >= 10 && open*2 > long
}

func lastRune(s string) string {
	s = strings.TrimRight(s, " \t　")
	r := []rune(s)
	if len(r) == 0 {
		return " "
	}
	return string(r[len(r)-1:])
}
