package read

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"zhibiao/han"
	"zhibiao/message"
	"zhibiao/report"
)

// Names of encodings as Document.Encoding has them.
const (
	utf8Name    = "utf-8"
	gb18030Name = "gb18030"
	utf16leName = "utf-16le"
	utf16beName = "utf-16be"
	big5Name    = "big5"
)

// commonHan are the characters that make up most of any Chinese text,
// simplified and traditional.
const commonHan = "的业建和新发大全展化国设进工一实区加力中市产政人动推作高民生务成等增会体城制强年深改行提地重经持开理资保社创要合项能个平在有公以企家上服施济治为主面水完造入基现用好是不快目点心长质机学度量出坚革文定技法管育代科规升安系方品我府三各农事优对续级性万通更部投程共善效分步场总支办划元标环金五教同到领活落了计位际域立外商医本放源亿村整打构境关向特海集路态范道决多积稳们交融利省十型园统运策群期与结时口电极防精二引四信应费台协圳色自批下术导营做调收数物监义明小就第准战式局线内流消取风港转争综任院居网达县得解健先来前过联题障促众专党示扩护研供件率委础于及两问表智模意广求比员严权格次抓绿间乡试才空指之控干培所他这说可也你而子那着后里然种么去如都当没起看天还其些样她但因只从想日军者无它把此已使情知又正将由很最并手头美相见被什或己身果西斯月话回老给世门常儿原东声名真论处走几认条气尔别女变神何少报反受太再感接必直德命山克许至队形便马司眼书非则听白却界光即像难且思王象记南住告类据北边死张该拉望觉确传师观清今切让识候带笔業發國設進實區產動務會體強經開資創項個濟爲現點長質機學堅規農優對續級萬場總辦劃標環領計際醫億構關態範決積穩們園統運羣與結時電極應費臺協術導營調數監義準戰線內風轉爭綜網達縣來過聯題衆專黨擴護礎於兩問廣員嚴權綠間鄉試幹這說種麼當沒還樣從軍無將並頭見話給門兒東聲論處幾認條氣爾別變報許隊馬書則聽卻難記類據邊張該覺確傳師觀讓識帶筆"

var commonSet = func() map[rune]bool {
	m := map[rune]bool{}
	for _, r := range commonHan + "，。、" {
		m[r] = true
	}
	return m
}()

var boms = []struct{ name, mark string }{
	{utf8Name, "\xEF\xBB\xBF"},
	{gb18030Name, "\x84\x31\x95\x33"},
	{utf16leName, "\xFF\xFE"},
	{utf16beName, "\xFE\xFF"},
}

// decoderOf returns the decoder of a detected encoding. GB2312 and GBK are
// always read as their superset GB18030.
func decoderOf(name string) *encoding.Decoder {
	switch name {
	case gb18030Name:
		return simplifiedchinese.GB18030.NewDecoder()
	case big5Name:
		return traditionalchinese.Big5.NewDecoder()
	case utf16leName:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder()
	case utf16beName:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder()
	}
	return unicode.UTF8.NewDecoder()
}

// detect names the encoding of a text by its content and tells the length of
// its byte order mark. What a page declares is not asked: it is wrong too
// often. ok is false for what is no text.
func detect(data []byte) (name string, bom int, ok bool) {
	for _, b := range boms {
		if bytes.HasPrefix(data, []byte(b.mark)) {
			name, bom = b.name, len(b.mark)
			return name, bom, true
		}
	}
	s := sample(data)
	nul := bytes.Count(s, []byte{0})
	good, bad := utf8Sequences(s)
	if bad == 0 && nul*100 <= len(s) {
		return utf8Name, 0, !isBinary(s)
	}
	if len(s) >= 8 {
		le, be := utf16Scores(s)
		if nul > 0 || good < 20*bad {
			if le > 0.85 && le > be+0.1 {
				return utf16leName, 0, true
			}
			if be > 0.85 && be > le+0.1 {
				return utf16beName, 0, true
			}
		}
	}
	if isBinary(s) {
		return "", 0, false
	}
	if good >= 4*bad { // GBK read as UTF-8 has more stray bytes than sequences
		return utf8Name, 0, true
	}
	if commonScore(s, big5Name) > commonScore(s, gb18030Name) {
		return big5Name, 0, true
	}
	return gb18030Name, 0, true
}

// sample is the part of a text that detection reads: enough to be sure, and
// bounded. Pages may start with much ASCII, which says nothing.
func sample(data []byte) []byte {
	const size = 128 << 10
	if len(data) <= size {
		return data
	}
	for i, b := range data {
		if b >= utf8.RuneSelf || b == 0 {
			if i >= size/2 {
				return data[i:min(i+size, len(data))]
			}
			break
		}
	}
	return data[:size]
}

// utf8Sequences counts the valid multi-byte sequences and the stray bytes. A
// sequence cut at the end counts for nothing.
func utf8Sequences(s []byte) (good, bad int) {
	for len(s) > 0 {
		if s[0] < utf8.RuneSelf {
			s = s[1:]
			continue
		}
		r, n := utf8.DecodeRune(s)
		if r == utf8.RuneError && n == 1 {
			if !utf8.FullRune(s) {
				break
			}
			bad++
		} else {
			good++
		}
		s = s[n:]
	}
	return good, bad
}

// utf16Scores tells which share of the units, read in either byte order, are
// what Chinese text is made of.
func utf16Scores(s []byte) (le, be float64) {
	fits := func(hi, lo byte) bool {
		switch hi {
		case 0:
			return lo >= 0x20 && lo < 0x7F || lo == '\n' || lo == '\r' || lo == '\t' || lo >= 0xA0
		case 0x20: // dashes and quotes
			return lo >= 0x10 && lo <= 0x3F
		case 0x30:
			return lo <= 0x20
		case 0xFF: // full width
			return lo <= 0x5E
		}
		return hi >= 0x4E && hi <= 0x9F
	}
	var nle, nbe, n int
	for i := 0; i+1 < len(s); i += 2 {
		n++
		if fits(s[i+1], s[i]) {
			nle++
		}
		if fits(s[i], s[i+1]) {
			nbe++
		}
	}
	if n == 0 {
		return 0, 0
	}
	return float64(nle) / float64(n), float64(nbe) / float64(n)
}

// commonScore is the share of common characters among those outside ASCII
// when s is read in an encoding; bytes that do not decode count against it.
func commonScore(s []byte, name string) float64 {
	text, _ := decoderOf(name).Bytes(s)
	var all, hit, bad int
	for _, r := range string(text) {
		switch {
		case r < utf8.RuneSelf:
			continue
		case r == utf8.RuneError || r >= 0xE000 && r < 0xF900:
			bad++
		case commonSet[r]:
			hit++
		}
		all++
	}
	if all == 0 {
		return 0
	}
	return float64(hit-2*bad) / float64(all)
}

// isBinary tells that data holds more control bytes than any text.
func isBinary(s []byte) bool {
	n := 0
	for _, b := range s {
		switch {
		case b >= 0x20 && b != 0x7F, b == '\n', b == '\r', b == '\t', b == '\f', b == 0x1B:
		default:
			n++
		}
	}
	return n > 16 && n*50 > len(s) || n > 0 && n*4 > len(s)
}

// decode turns bytes into text with \n line ends and without a byte order
// mark or NULs; damage is told in warnings.
func (f *file) decode(data []byte) (text, name string, warnings []message.Text, fail *report.Error) {
	all := f.text
	if all.enc == "" || int64(len(data)) != f.size {
		var ok bool
		if all, ok = decodeText(data); !ok {
			return "", "", nil, f.notText()
		}
	}
	if all.err != nil {
		return "", "", nil, f.fail("decode", "cannot be decoded as "+all.enc+": "+plain(all.err), "save the file as UTF-8")
	}
	if all.bad > 0 {
		chars := utf8.RuneCountInString(all.text)
		if all.bad*10 > chars {
			return "", "", nil, f.fail("decode", fmt.Sprintf("%d of %d characters cannot be decoded as %s", all.bad, chars, all.enc), "save the file as UTF-8 with the program that made it")
		}
		warnings = append(warnings, message.New("warn.undecoded_as", all.bad, all.enc))
	}
	return unmarked(all.text), all.enc, warnings, nil
}

// decoded is what bytes are as text: tidied, with how many of its characters were lost.
type decoded struct {
	text, enc string
	bad       int
	err       error // what ended the decoding
}

// decodeText turns bytes of any usual encoding into text. ok is false for what is no text.
func decodeText(data []byte) (d decoded, ok bool) {
	if text := string(data); isClean(text) {
		return decoded{text: plainBreaks(text), enc: utf8Name}, true
	}
	name, bom, ok := detect(data)
	if !ok {
		return decoded{}, false
	}
	d.enc, data = name, data[bom:]
	if name != utf8Name {
		data, d.err = decoderOf(name).Bytes(data)
	}
	d.text, d.bad = tidy(string(data))
	return d, true
}

// isClean tells whether s is valid UTF-8 without a mark of its order, a character that was
// lost, or a control but tabs and the ends of lines, as most texts are: one look tells.
func isClean(s string) bool {
	for i := 0; i < len(s); {
		if han.IsThree(s[i:]) {
			i += 3
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r < ' ' && r != '\n' && r != '\r' && r != '\t' || r == 0x7F || r == '\uFEFF' || r == utf8.RuneError {
			return false
		}
		i += n
	}
	return true
}

// Decode turns bytes of any usual encoding into text with \n line ends and
// without a byte order mark. ok is false for what is no text.
func Decode(data []byte) (text string, ok bool) {
	if len(data) == 0 {
		return "", true
	}
	d, ok := decodeText(data)
	return d.text, ok && d.err == nil
}

// notText is the refusal of data in which no text was found.
func (f *file) notText() *report.Error {
	return f.fail("decode", "is neither text nor a known document format", "save it as .docx, .pdf, .html or UTF-8 text")
}

// tidy makes decoded bytes a valid text with plain line ends, and counts the
// characters that were lost (they stand as U+FFFD).
func tidy(s string) (text string, bad int) {
	s = strings.ToValidUTF8(s, "\uFFFD")
	bad = strings.Count(s, "\uFFFD")
	s = strings.ReplaceAll(plainBreaks(s), "\x00", "")
	return strings.ReplaceAll(s, "\uFEFF", ""), bad
}

// plainBreaks ends the lines of s by \n.
func plainBreaks(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// unmarked takes out of a text that was not made here what would be read as
// the marks of tables.
func unmarked(s string) string {
	isIn := func(mark byte) bool { return strings.IndexByte(s, mark) >= 0 }
	if slices.ContainsFunc([]byte(tableMarks), isIn) {
		s = strings.Map(func(r rune) rune {
			if strings.ContainsRune(tableMarks, r) {
				return -1
			}
			return r
		}, s)
	}
	return s
}

// textReader streams the text of a table file of a detected encoding as UTF-8.
func (f *file) textReader(name string, bom int) io.Reader {
	r := io.NewSectionReader(f.r, int64(bom), f.size-int64(bom))
	if name == utf8Name {
		return r
	}
	return decoderOf(name).Reader(r)
}
