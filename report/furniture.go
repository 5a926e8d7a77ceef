package report

import (
	"slices"
	"strings"

	"zhibiao/han"
)

// zone is the stretch of lines that holds the report: the lines before it are
// its head, those behind it annexes and what the page has below.
type zone struct{ from, to int }

// furnish marks the lines that belong to the page and not to the report
// (page numbers, running heads, navigation) and finds the report among them.
// notes is the first line of appended footnotes, 0 if there are none.
func (b *buffer) furnish(notes int) zone {
	n := len(b.lines)
	if notes == 0 {
		notes = n
	}
	z := zone{b.bodyStart(notes), notes}
	z.to = b.bodyEnd(z.from, notes)
	b.dropCopy(z)
	b.dropPageNumbers()
	b.dropRunningHeads(z)
	b.dropNavigation(z, notes)
	for i := z.to; i < n; i++ {
		b.lines[i].tail = true
	}
	return z
}

func (b *buffer) text(i int) []rune { return b.r[b.lines[i].start:b.lines[i].end] }

// bodyStart finds the line that opens the report: 各位代表：, or the first one
// with a chapter's number before prose, or long enough to be prose.
func (b *buffer) bodyStart(end int) int {
	first, spoke := -1, false
	for i := range min(end, 600) {
		t := b.text(i)
		if len(t) <= 60 {
			t = fold(nil, t)
		}
		if first >= 0 && b.opensHead(i, t) {
			first = -1 // that was an abstract: the head comes here
			continue
		}
		if n := bodyBehind(t); n >= 0 {
			first, spoke = i+n, true
		}
		if first < 0 && !spoke && b.opensChapter(i, end) {
			for first = i; first > 0 && b.ended(first-1); first-- {
			}
			break
		}
		if first < 0 && len(t) >= 100 {
			first = b.withHeadings(i)
			break
		}
		if first >= 0 && (len(t) >= 100 || i > first+12 || hasPrefix(t, "一、")) {
			break
		}
	}
	return min(max(first, 0), max(end-1, 0))
}

// opensChapter tells whether line i is the heading of a first chapter with prose right behind it, and no
// line of a table of contents.
func (b *buffer) opensChapter(i, end int) bool {
	return i+1 < end && hasPrefix(b.text(i), "一、") && !b.ended(i) && b.ended(i+1)
}

// ended tells whether line i is complete.
func (b *buffer) ended(i int) bool {
	t := b.text(i)
	return len(t) > 0 && han.EndsLine(t[len(t)-1])
}

// opensHead tells whether line i, folded, is the title of a report or names its meeting.
func (b *buffer) opensHead(i int, t []rune) bool {
	if len(t) > 60 || i > 0 && isOpenSentence(b.text(i-1)) {
		return false
	}
	return titled(string(t)) || strings.HasSuffix(string(t), "会议上")
}

// bodyBehind is how many lines further the body begins where a line speaks to those
// who listen: 各位代表：, or 现在，我向大会报告工作，请各位代表审议 before it. It is -1 in others.
func bodyBehind(t []rune) int {
	s := string(t)
	switch {
	case len(t) <= 24 && startsBy(s, "各位代表", "同志们", "各位同志", "各位委员"):
		return 0
	case len(t) <= 40 && strings.HasSuffix(strings.TrimRight(s, "：:！!"), "各位代表"):
		return 1
	}
	return -1
}

// withHeadings is the first of the headings that stand before the text of line i.
func (b *buffer) withHeadings(i int) int {
	first := i
	for k := i - 1; k >= 0 && k > i-4; k-- {
		if parseMark(b.text(k)).style != noMark {
			first = k
		}
	}
	return first
}

// tailWords stand in what is below a report on a web page; tailOpens begin a line there.
var (
	tailWords = han.NewWords("责任编辑|相关链接|相关阅读|相关文章|相关新闻|相关报道|相关文档|版权所有|版权声明|主办单位|打印本页|关闭窗口|网站地图|网站标识码|" +
		"公网安备|阅读排行|本栏推荐|返回顶部|推荐阅读|网友评论|发表评论|下载、打印|附件下载|本作品是中华人民共和国|Public domain")
	tailOpens = []string{
		"编辑：", "上一篇", "下一篇", "上一条", "下一条", "主办：", "承办：", "扫一扫", "分享到",
		"分享：", "打印", "关闭", "ICP备", "标签云", "顶部", "热门", "【打印", "【关闭", "顶一下", "踩一下",
	}
)

// bodyEnd finds the first line of the annexes or of the page's foot.
func (b *buffer) bodyEnd(from, end int) int {
	total := 0
	for i := from; i < end; i++ {
		total += b.lines[i].end - b.lines[i].start
	}
	seen := 0
	for i := from; i < end; i++ {
		t := b.text(i)
		seen += len(t)
		if seen*10 > total*6 && hasPrefix(t, "本作品是中华人民共和国") {
			return i
		}
		if len(t) > 40 || i <= from+3 {
			continue
		}
		t = fold(nil, t) // 名詞解釋
		if isAnnex(t) && seen*10 > total*3 {
			return i
		}
		if seen*10 > total*6 && isFoot(t) && !b.cutsSentence(i) {
			return i
		}
	}
	return end
}

// cutsSentence tells a line that a sentence of the text runs into: 工程（⏎主办：
// 街道办）。 in a text with fixed lines is no foot of a page.
func (b *buffer) cutsSentence(i int) bool {
	prev := b.text(i - 1)
	end := prev[len(prev)-1]
	return len(prev) >= 20 && !han.EndsLine(end) && !han.Closes(end)
}

// isAnnex tells the heading of a glossary or another annex.
func isAnnex(t []rune) bool {
	s := strings.Trim(han.String(t), "（）()《》【】[]：:※ ")
	s = strings.TrimPrefix(s, "附：")
	switch {
	case len([]rune(s)) > 30:
		return false
	case startsBy(s, "附件", "附录", "附表", "附注"):
		return !strings.HasSuffix(s, "。")
	case endsBy(s, "名词解释", "术语解释", "名词注释", "有关用语说明"):
		return true
	case strings.Contains(s, "名词"):
		return containsAny(s, "注释", "解释", "说明")
	}
	return s == "注释" || s == "注"
}

func isFoot(t []rune) bool {
	s := strings.Trim(han.String(t), "（）()【】[] ")
	return startsBy(s, tailOpens...) || tailWords.In(s)
}

var prose = han.NewTable("，。；%％")

// dropRunningHeads drops short lines that come again and again and cut
// sentences in two. What holds a comma or a percentage is prose, whatever its
// figures: a wrapped text may say the same of several things.
func (b *buffer) dropRunningHeads(z zone) {
	type seen struct{ n, cuts int }
	count := map[string]*seen{}
	key := func(t []rune) string {
		var s strings.Builder
		for i, r := range t {
			if !han.IsAnyDigit(r) {
				s.WriteRune(r)
			} else if i == 0 || !han.IsAnyDigit(t[i-1]) {
				s.WriteByte('0')
			}
		}
		return s.String()
	}
	candidate := func(i int) bool {
		t := b.text(i)
		return len(t) >= 4 && len(t) <= 40 && !han.EndsLine(t[len(t)-1]) && !b.lines[i].drop && b.lines[i].row == 0 && !slices.ContainsFunc(t, prose.Has)
	}
	for i := z.from; i < z.to; i++ {
		if !candidate(i) {
			continue
		}
		k := key(b.text(i))
		if count[k] == nil {
			count[k] = &seen{}
		}
		count[k].n++
		if i > z.from {
			p := b.text(i - 1)
			if b.lines[i-1].drop || len(p) >= 15 && !han.EndsLine(p[len(p)-1]) {
				count[k].cuts++
			}
		}
	}
	for i := z.from; i < z.to; i++ {
		if candidate(i) {
			if c := count[key(b.text(i))]; c.n >= 3 && c.cuts*2 > c.n {
				b.lines[i].drop = true
			}
		}
	}
}

// uiWords are lines that only a web page has.
var uiWords = map[string]bool{}

func init() {
	for _, w := range strings.Fields(`下载 打印 全屏 收藏 加大 还原 减小 】 【 | >> > 字体： 大 中 小 【字体： 首页
		【字号： 字号： 长者模式 無障礙 无障碍 EN 繁體中文 繁体中文 简体中文 登录 注册 搜索 分享 分享到 微信 微博 评论 评论： 阅读：
		分享到： 当前位置： 您的位置： 您当前的位置： 返回 关闭 打印本页 【打印】 【关闭】 下载文字版 下载图片版 English 内容摘要： 下载、打印 正文：`) {
		uiWords[w] = true
	}
}

// dropNavigation drops menus before the report and below it.
func (b *buffer) dropNavigation(z zone, notes int) {
	for i := range z.from {
		t := b.text(i)
		if isUI(t) {
			b.lines[i].drop = true
		}
	}
	// A menu is a long row of short lines that say nothing.
	b.dropMenu(0, z.from, 6)
	foot := false
	for i := z.to; i < notes; i++ {
		t := b.text(i)
		if b.lines[i].row > 0 {
			continue
		}
		foot = foot || len(t) <= 40 && isFoot(t) && !b.cutsSentence(i)
		if foot && (len(t) <= 60 || isFoot(t)) && !han.EndsSentence(t[len(t)-1]) || isUI(t) {
			b.lines[i].drop = true
		}
	}
}

// dropMenu drops rows of at least n short lines without a title, date or
// name of a meeting.
func (b *buffer) dropMenu(from, to, n int) {
	start, size := from, 0
	flush := func(end int) {
		if size >= n {
			for k := start; k < end; k++ {
				if !headLine(b.text(k)) {
					b.lines[k].drop = true
				}
			}
		}
	}
	for i := from; i < to; i++ {
		t := b.text(i)
		if len(t) > 20 || han.EndsSentence(t[len(t)-1]) || b.lines[i].row > 0 {
			flush(i)
			start, size = i+1, 0
			continue
		}
		size++
	}
	flush(to)
}

// isUI tells lines that only a web page has, or that mix controls: 【打印】【字体：大 中 小】.
func isUI(t []rune) bool {
	if len(t) > 60 {
		return false
	}
	s := string(t)
	if uiWords[s] {
		return true
	}
	n := 0
	for _, w := range []string{"打印", "字体", "字号", "无障碍", "分享到", "收藏", "关闭窗口", "阅读：", "评论：", "浏览次数", "点击数", "访问量", "来源URL", "作者："} {
		if strings.Contains(s, w) {
			n++
		}
	}
	return n >= 2 || n == 1 && (len(t) < 8 || strings.Contains(s, "http"))
}

// headLine tells lines of a report's head: title, meeting, date, speaker.
func headLine(t []rune) bool {
	s := string(t)
	for _, w := range []string{"工作报告", "统计公报", "计划", "预算", "会议上", "人民代表大会", "代表大会", "年", "省长", "市长", "县长", "区长", "州长", "盟长", "旗长", "主席", "总理", "主任"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func hasPrefix(t []rune, p string) bool { return han.HasPrefix(t, 0, p) }

// shell tells a page without an article: many lines, all short, none of them
// a sentence, and too few of them with a figure for a table.
func (b *buffer) shell(z zone) bool {
	n, ends, figures := 0, 0, 0
	for i := z.from; i < z.to; i++ {
		t := b.text(i)
		if len(t) >= 60 || b.lines[i].row > 0 {
			return false
		}
		n++
		if han.EndsSentence(t[len(t)-1]) {
			ends++
		}
		if hasDigits(t) {
			figures++
		}
	}
	return n >= 40 && ends*50 < n && figures*3 < n
}
