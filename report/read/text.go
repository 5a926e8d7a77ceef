package read

import (
	"bytes"
	"context"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"

	"zhibiao/report"
)

// readText reads plain text and Markdown; marks are left to cleaning.
func readText(_ context.Context, f *file) (report.Raw, *report.Error) {
	data, fail := f.bytes()
	if fail != nil {
		return report.Raw{}, fail
	}
	r := f.raw(kindText)
	if f.kind == kindMarkdown {
		r.Format = string(kindMarkdown)
	}
	r.Text, r.Encoding, r.Warnings, fail = f.decode(data)
	return r, fail
}

// readMHTML reads a page saved by a browser as one file (.mht), also under
// the name .doc: the first HTML part is the page.
func readMHTML(ctx context.Context, f *file) (report.Raw, *report.Error) {
	data, fail := f.bytes()
	if fail != nil {
		return report.Raw{}, fail
	}
	broken := f.fail("read", "a saved page (MHTML) without a readable HTML part", "save the page again as .html")
	msg, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return report.Raw{}, broken
	}
	_, params, err := mime.ParseMediaType(msg.Header.Get("Content-Type"))
	if err != nil || params["boundary"] == "" {
		return report.Raw{}, broken
	}
	parts := multipart.NewReader(msg.Body, params["boundary"])
	for range 10000 {
		p, err := parts.NextRawPart()
		if err != nil {
			return report.Raw{}, broken
		}
		if !strings.HasPrefix(strings.ToLower(p.Header.Get("Content-Type")), "text/html") {
			continue
		}
		var body io.Reader = p
		switch strings.ToLower(p.Header.Get("Content-Transfer-Encoding")) {
		case "base64":
			body = base64.NewDecoder(base64.StdEncoding, p)
		case "quoted-printable":
			body = quotedprintable.NewReader(p)
		}
		page, err := io.ReadAll(body)
		if err != nil && len(page) == 0 {
			return report.Raw{}, broken
		}
		part := *f
		part.data, part.size, part.text = page, int64(len(page)), decoded{}
		r, fail := readHTML(ctx, &part)
		r.Bytes = int(f.size)
		return r, fail
	}
	return report.Raw{}, broken
}
