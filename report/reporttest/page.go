package reporttest

import (
	"fmt"
	"strings"
)

// Article is the report as HTML paragraphs.
func Article() string {
	var b strings.Builder
	for i, p := range Paragraphs {
		if i%3 == 0 { // as editors paste: spans, spaces, breaks in the source
			fmt.Fprintf(&b, "<p style=\"text-indent:2em\"><span>&nbsp;　　</span><span style='font-size:16pt'>%s</span></p>\n", p)
			continue
		}
		fmt.Fprintf(&b, "<p>　　%s</p>\n", p)
	}
	return b.String()
}

const pageHead = `<!DOCTYPE html>
<html><head><meta charset="%s"><title>2023年静安区政府工作报告_政府工作报告_上海市静安区人民政府</title>
<meta name="ArticleTitle" content="2023年静安区政府工作报告"><meta name="PubDate" content="2023-01-18 10:00">
<style>.a{color:red} body{font:12px 宋体}</style><script>var 网站="导航";document.write("<p>脚本</p>")</script></head>
`

const pageTop = `<body><div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li><li><a href="/fw">办事服务</a></li></ul></div>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zw">政府工作报告</a></div>
`

const pageShare = `<div class="bdsharebuttonbox share">分享到：<a>微信</a><a>微博</a></div>
`

const pageFoot = `<div class="related"><h3>相关链接</h3><ul><li><a href="1.html">一图读懂：2023年静安区政府工作报告</a></li><li><a href="2.html">关于2022年预算执行情况的报告</a></li></ul></div>
<div class="footer"><p>版权所有：上海市静安区人民政府　沪ICP备05000000号　网站标识码：3101060000</p></div></body></html>
`

// gov is a page as a government site serves it.
func gov(charset, container string) string {
	return fmt.Sprintf(pageHead, charset) + pageTop +
		`<div class="main"><h1>2023年静安区政府工作报告</h1><div class="info">来源：区政府办公室　发布时间：2023-01-18　字体：<a>大</a> <a>中</a> <a>小</a></div>` + pageShare +
		`<div ` + container + `>` + Article() + `</div>
<div class="edit">责任编辑：某某</div></div>` + pageFoot
}

// Pages are saved web pages.
func Pages() []Sample {
	h := func(name, enc, page string) Sample {
		data := []byte(page)
		if enc == "gb18030" {
			data = GB18030(page)
		}
		return Sample{Name: name, Data: data, Format: "html", Encoding: enc, Paragraphs: Paragraphs}
	}
	plain := "<html><body>" + Article() + "</body></html>"
	brs := "<html><body><div id='x'>" + strings.Join(Paragraphs, "<br>\n　　") + "</div></body></html>"
	wrapped := strings.NewReplacer("，", "，\n        ").Replace(plain)
	layout := fmt.Sprintf(pageHead, "gb2312") + pageTop + "<table width=960><tr><td width=200><a href=a>导航一</a><br><a href=b>导航二</a></td><td><table><tr><td>" +
		Article() + "</td></tr></table></td></tr></table>" + pageFoot
	deep := fmt.Sprintf(pageHead, "utf-8") + pageTop + "<div class=TRS_Editor>" + strings.Repeat("<font>", 600) + Article() + "</div>" + pageFoot
	table := strings.Replace(gov("utf-8", `class="TRS_Editor"`), "<p>　　"+Paragraphs[7]+"</p>",
		"<p>　　"+Paragraphs[7]+"</p><table><tr><th>指标</th><th>2022年</th><th>增长</th></tr><tr><td><p>地区生产总值</p></td><td>2628.5亿元</td><td>3.2%</td></tr></table>", 1)
	withTable := append([]string{}, Paragraphs[:8]...)
	withTable = append(withTable, "指标\t2022年\t增长", "地区生产总值\t2628.5亿元\t3.2%")
	withTable = append(withTable, Paragraphs[8:]...)
	mht := "From: <Saved by Browser>\r\nSubject: report\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"----=_B\"\r\n\r\n" +
		"------=_B\r\nContent-Type: text/html; charset=\"gb2312\"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + gov("gb2312", `id="zoom"`) + "\r\n------=_B--\r\n"
	return []Sample{
		h("plain.html", "utf-8", plain),
		h("ucap.html", "utf-8", gov("utf-8", `id="UCAP-CONTENT"`)),
		h("trs.htm", "gb18030", gov("gb2312", `class="TRS_Editor"`)),
		h("declared-gbk-is-utf8.html", "utf-8", gov("gb2312", `id="zoom"`)),
		h("declared-utf8-is-gbk.html", "gb18030", gov("utf-8", `class="article-content"`)),
		h("unknown-container.html", "utf-8", gov("utf-8", `class="xyz_17"`)),
		h("br.html", "utf-8", brs),
		h("wrapped-source.html", "utf-8", wrapped),
		h("layout-tables.html", "gb18030", layout),
		h("600-unclosed.html", "utf-8", deep),
		h("data-table.html", "utf-8", table).is(withTable...),
		h("page.txt", "utf-8", gov("utf-8", `id="zoom"`)),
		h("page.pdf", "utf-8", gov("utf-8", `id="zoom"`)),
		h("page.doc", "gb18030", gov("gb2312", `class="Section1"`)),
		h("saved.mht", "gb18030", mht),
		{Name: "links-only.html", Data: []byte("<html><body><script>var a</script></body></html>"), Refused: "no text"},
		{Name: "deep.html", Data: []byte("<html><body>" + strings.Repeat("<div>", 100000)), Refused: "no text"},
	}
}
