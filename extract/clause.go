package extract

import (
	"strings"
	"unicode"

	"zhibiao/extract/lang"
	"zhibiao/segment"
)

// itemKind tells words and quantities apart.
type itemKind uint8

const (
	word   itemKind = iota
	quoted          // “…” or 《…》, one noun
	paren           // （…） without a quantity
	pause           // 、
	stop            // ，；：。 and brackets around a quantity
	amount          // a quantity with its modifiers
	moment          // a period
	piece           // text that is not cut into words
)

// item is a word, a mark or a quantity of a sentence. Offsets are the
// document's.
type item struct {
	kind       itemKind
	start, end int
	text       string // of Norm
	pos        string // Jieba's tag
	q          int    // index of the quantity
}

func (it *item) isVerb() bool {
	return it.kind == word && len(it.pos) > 0 && it.pos[0] == 'v' && it.pos != "vn"
}

func (it *item) noun() bool {
	switch it.kind {
	case quoted:
		return true
	case word:
		return it.pos != "" && (it.pos[0] == 'n' || it.pos == "vn" || it.pos == "an" || it.pos == "x" || it.pos == "eng" || it.pos == "j" || it.pos == "l" || it.pos == "i" || it.pos == "s" || it.pos == "b" || it.pos == "a" || it.pos == "zg" || it.pos == "g" || it.pos == "k" || it.pos == "f")
	}
	return false
}

// layOut cuts t[from:to] into items: quantities and periods stay whole, quoted
// names are one noun, what lies between goes through the segmenter in one call.
func layOut(t []rune, from, to int, qs []lang.Quantity, ms []lang.Mention, seg segment.Segmenter) []item {
	var items []item
	qi, mi := 0, 0
	at := from
	flush := func(end int) {
		if end > at {
			items = append(items, item{kind: piece, start: at, end: end})
		}
	}
	for i := from; i < to; {
		for qi < len(qs) && (qs[qi].Why != "" || qs[qi].Before < i) {
			qi++
		}
		for mi < len(ms) && ms[mi].Start < i {
			mi++
		}
		if qi < len(qs) && qs[qi].Before == i {
			flush(i)
			items = append(items, item{kind: amount, start: i, end: qs[qi].After, q: qi})
			i = qs[qi].After
			at = i
			qi++
			continue
		}
		if mi < len(ms) && ms[mi].Start == i && ms[mi].End > i {
			flush(i)
			items = append(items, item{kind: moment, start: i, end: ms[mi].End, text: string(t[i:ms[mi].End])})
			i = ms[mi].End
			at = i
			continue
		}
		next := to
		if qi < len(qs) {
			next = qs[qi].Before
		}
		switch r := t[i]; {
		case r == '“' || r == '《' || r == '‘':
			if e := closing(t, i, min(next, to), 40); e > 0 {
				flush(i)
				items = append(items, item{kind: quoted, start: i, end: e, text: string(t[i:e]), pos: "n"})
				i = e
				at = i
				continue
			}
			i++
		case r == '（' && i > at && i-1 >= from && bracketedVerb(t, i, to) > 0:
			e := bracketedVerb(t, i, to) // 新（改）建 is one verb
			flush(i - 1)
			items = append(items, item{kind: word, start: i - 1, end: e, text: "新建", pos: "v"})
			i = e
			at = i
		case r >= '①' && r <= '⑳':
			flush(i)
			items = append(items, item{kind: stop, start: i, end: i + 1, text: string(r)})
			i++
			at = i
		case r == '（' || r == '(':
			if e := closing(t, i, min(next, to), 200); e > 0 {
				flush(i)
				items = append(items, item{kind: paren, start: i, end: e, text: string(t[i:e])})
				i = e
			} else {
				flush(i)
				items = append(items, item{kind: stop, start: i, end: i + 1, text: "（"})
				i++
			}
			at = i
		case lang.IsHard(r) && r != '”':
			flush(i)
			items = append(items, item{kind: stop, start: i, end: i + 1, text: string(r)})
			i++
			at = i
		case r == '、' || r == ' ' || r == '　' || r == '\t':
			flush(i)
			if r == '、' {
				items = append(items, item{kind: pause, start: i, end: i + 1, text: "、"})
			}
			i++
			at = i
		default:
			i++
		}
	}
	flush(to)
	return cut(t, items, needed(items), seg)
}

// needed marks the pieces that a reading may ask for: those of clauses with a
// quantity, of the clauses next to them, and of the first. The others stay whole.
func needed(items []item) []bool {
	out := make([]bool, len(items))
	start, first, before := 0, true, -1
	mark := func(a, b int) {
		for k := a; k < b; k++ {
			out[k] = true
		}
	}
	wanted := false // the clause before had a quantity
	any := false
	for i := 0; i <= len(items); i++ {
		if i < len(items) && items[i].kind != stop {
			any = any || items[i].kind == amount
			continue
		}
		if any && before >= 0 {
			mark(before, start)
		}
		if any || first || wanted {
			mark(start, i)
		}
		if i > start {
			wanted, before, first = any, start, false
		}
		start, any = i+1, false
	}
	return out
}

// bracketedVerb is the end of 新（改）建, 改（扩）建 whose bracket opens at t[i], 0 if
// none stands there.
func bracketedVerb(t []rune, i, to int) int {
	switch t[i-1] {
	case '新', '改', '扩', '续':
	default:
		return 0
	}
	for k := i + 1; k < to && k <= i+5; k++ {
		switch t[k] {
		case '改', '扩', '迁', '续', '重', '翻', '、', '建':
		case '）':
			if k+1 < to && (t[k+1] == '建' || t[k+1] == '扩') {
				if k+2 < to && t[k+1] == '扩' && t[k+2] == '建' {
					return k + 3
				}
				return k + 2
			}
			return 0
		default:
			return 0
		}
	}
	return 0
}

// closing is the end of the quotation or bracket that opens at t[i], 0 if it
// does not close before limit or within most runes.
func closing(t []rune, i, limit, most int) int {
	open := t[i]
	var shut rune
	switch open {
	case '“':
		shut = '”'
	case '《':
		shut = '》'
	case '‘':
		shut = '’'
	case '（':
		shut = '）'
	default:
		shut = ')'
	}
	depth := 0
	for k := i; k < limit && k-i < most; k++ {
		switch t[k] {
		case open:
			depth++
		case shut:
			depth--
			if depth == 0 {
				return k + 1
			}
		}
	}
	return 0
}

// cut replaces pieces by their words.
func cut(t []rune, items []item, want []bool, seg segment.Segmenter) []item {
	var b strings.Builder
	n := 0
	for i := range items {
		if items[i].kind == piece && want[i] {
			b.WriteString(string(t[items[i].start:items[i].end]))
			b.WriteByte('\n')
			n++
		}
	}
	if n == 0 {
		return items
	}
	tokens := seg.Tag(b.String())
	out := make([]item, 0, len(items)+len(tokens))
	k, base := 0, 0 // the next token; where the piece starts in the tagged text
	for i := range items {
		if items[i].kind != piece || !want[i] {
			out = append(out, items[i])
			continue
		}
		start, size := items[i].start, items[i].end-items[i].start
		for k < len(tokens) && tokens[k].Start < base+size {
			tk := tokens[k]
			k++
			if strings.TrimSpace(tk.Text) == "" {
				continue
			}
			a, e := start+tk.Start-base, start+tk.End-base
			out = push(out, item{kind: word, start: a, end: min(e, items[i].end), text: tk.Text, pos: tk.Pos})
		}
		base += size + 1
		for k < len(tokens) && tokens[k].Start < base {
			k++
		}
	}
	return out
}

// push adds a word, mending what the segmenter cuts apart: 占+比, 为+老.
func push(out []item, it item) []item {
	if n := len(out) - 1; n >= 0 && out[n].kind == word && out[n].end == it.start {
		l := &out[n]
		switch {
		case l.text == "占" && it.text == "比", l.text == "为" && it.text == "老", l.text == "再" && (it.text == "就业" || it.text == "开发" || it.text == "生产" || it.text == "贷款"), l.text == "可" && it.text == "再生", l.text == "共有" && strings.HasPrefix(it.text, "产权"), l.text == "稳" && it.text == "就业":
			l.text, l.end, l.pos = l.text+it.text, it.end, "n"
			return out
		case l.text == "新" && acting[it.text] && !nominal[it.text]:
			l.text, l.end, l.pos = it.text, it.end, "v" // 新引进
			return out
		case it.text == "率" || it.text == "额" || it.text == "量" || it.text == "数":
			if l.isVerb() || l.pos == "vn" || l.pos == "n" || l.pos == "d" && l.text != "累计" {
				l.text, l.end, l.pos = l.text+it.text, it.end, "n"
				return out
			}
		}
	}
	if n := len(out) - 2; n >= 0 && it.text == "者" && out[n+1].text == "增长" && out[n].text == "新" {
		out[n].text, out[n].end, out[n].pos = "新增", out[n].end+1, "v"
		out[n+1] = item{kind: word, start: out[n].end, end: it.end, text: "长者", pos: "n"}
		return out
	}
	for r := []rune(it.text); len(r) >= 4 && it.end-it.start == len(r) && (opening[string(r[:2])] || afterOpening(out) && seconds[string(r[:2])]) && !isWholeName(it.text) && r[2] != '型' && r[2] != '式' && r[2] != '类'; r = []rune(it.text) {
		out = append(out, item{kind: word, start: it.start, end: it.start + 2, text: string(r[:2]), pos: "v"})
		it.text, it.start = string(r[2:]), it.start+2
	}
	if acting[it.text] && !nominal[it.text] && (it.pos == "ns" || it.pos == "nr" || it.pos == "nz" || it.pos == "nt" || it.pos == "x" || it.pos == "eng") {
		it.pos = "v" // 惠及, 新建 pass for places in the dictionary
	}
	if r := []rune(it.text); len(r) == 4 && it.end-it.start == 4 && leading[string(r[:2])] && acting[string(r[2:])] {
		it.start, it.text, it.pos = it.start+2, string(r[2:]), "v" // 努力实现
	}
	if it.text == "支出" || it.text == "收入" || it.text == "建议" || it.text == "提案" || it.text == "举措" || it.text == "低保" {
		it.pos = "n"
	}
	switch it.text {
	case "全面完成", "如期完成":
		it.pos = "d"
	}
	return append(out, it)
}

// afterOpening tells whether the last word is a verb that another may follow.
func afterOpening(out []item) bool {
	n := len(out) - 1
	return n >= 0 && out[n].kind == word && opening[out[n].text]
}

func isWholeName(s string) bool {
	for _, w := range wholeNames {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// before returns the items that end at or before offset at; one that straddles
// it is shortened.
func before(items []item, at int, t []rune) []item {
	for i := range items {
		if items[i].end > at {
			if items[i].start >= at {
				return items[:i]
			}
			out := append([]item{}, items[:i+1]...)
			out[i].end = at
			out[i].text = string(t[out[i].start:at])
			if out[i].pos == "d" || out[i].pos == "v" {
				out[i].pos = "n"
			}
			return out
		}
	}
	return items
}

// phrase is a noun phrase, in one or several pieces of the text.
type phrase struct {
	text  string
	spans [][2]int
}

func (p phrase) empty() bool { return p.text == "" }

// size counts the letters of p.
func (p phrase) size() int {
	n := 0
	for _, r := range p.text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// phraseOf joins items, in the report's own characters.
func phraseOf(text []rune, items []item) phrase {
	var p phrase
	var b strings.Builder
	for i := range items {
		it := &items[i]
		for _, r := range text[it.start:it.end] {
			if !unicode.IsSpace(r) {
				b.WriteRune(r)
			}
		}
		if n := len(p.spans); n > 0 && p.spans[n-1][1] == it.start {
			p.spans[n-1][1] = it.end
		} else {
			p.spans = append(p.spans, [2]int{it.start, it.end})
		}
	}
	p.text = b.String()
	return p
}

// join puts phrases one behind the other.
func join(ps ...phrase) phrase {
	var out phrase
	for _, p := range ps {
		out.text += p.text
		if p.text != "" && len(p.spans) == 0 {
			out.spans = append(out.spans, [2]int{-1, -1})
		}
		for _, s := range p.spans {
			if n := len(out.spans); n > 0 && s[0] >= 0 && out.spans[n-1][1] == s[0] {
				out.spans[n-1][1] = s[1]
			} else {
				out.spans = append(out.spans, s)
			}
		}
	}
	return out
}

// plus adds words that do not stand in the text at this place.
func (p phrase) plus(s string) phrase {
	if s == "" {
		return p
	}
	return phrase{text: p.text + s, spans: append(append([][2]int{}, p.spans...), [2]int{-1, -1})}
}
