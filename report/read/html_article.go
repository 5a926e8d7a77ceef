package read

import (
	"net/url"
	"regexp"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// articleSelectors are the containers in which the sites of Chinese
// governments and the programs behind them keep an article.
var articleSelectors = []string{
	"#UCAP-CONTENT", ".TRS_UEDITOR", ".TRS_Editor", "#zoomcon", "#zoom", "#Zoom", "#ZOOM", ".pages_content", "#pages_content",
	".article-content", ".article_content", "#article-content", "#articleContent", ".articleContent", ".article-body", "#js_content",
	".rich_media_content", ".news_content", ".news-content", ".newscontent", "#news_content", ".view", ".trs_paper_default",
	".j-fontContent", ".zwgk_content", ".xxgk_content", ".bt-content", ".wz-content", ".detail-content", ".detail_content",
	".info_content", ".con_text", ".article_con", ".article-con", "#mainText", "#con_con", ".v_news_content", ".main_content",
	"#content", ".content", "#fontzoom", "#artibody", ".Article_content", ".conTxt", ".conText", "article", "[itemprop=articleBody]",
}

// furniture is never part of an article.
const furniture = "script,style,noscript,template,iframe,object,embed,svg,canvas,nav,header nav,footer,aside,form,button,select,textarea,input,link,meta,head"

// furnitureName matches classes and ids of what stands around an article, or
// inside its container.
var furnitureName = regexp.MustCompile(`(?i)(^|[-_\s])(bd)?(share|sharing|related|relate|relevant|recommend|breadcrumbs?|crumbs?|nav|navbar|navigation|menu|sidebar|toolbar|tools?|foot|footer|copyright|qrcode|ewm|pager|pagination|comments?|advert|ads?|banner|print|fontsize|prev|next|prenext|hot|xgwj|xglj|xgxw|xgyd|xgzl|fenxiang|dayin|editor-name|zrbj|bdsharebuttonbox|position|location|dqwz|weizhi|login|search)([-_\s\d]|$)`)

// articleText finds the article of a page and writes it as lines.
func articleText(q *goquery.Document) string {
	q.Find(furniture).Remove()
	body := q.Find("body")
	if body.Length() == 0 {
		body = q.Selection
	}
	w := weights{}
	total := w.of(body.Nodes[0]).prose()
	dropFurniture(body, w, total)
	w = weights{}
	total = w.of(body.Nodes[0]).prose()
	if total == 0 {
		return linesOf(body.Nodes[0])
	}
	node := selected(q, w, total)
	if node == nil {
		node = densest(body.Nodes[0], w)
	}
	text := trimFurniture(linesOf(node))
	if node == body.Nodes[0] && w.of(node).links*3 > w.of(node).han {
		if t := readable(body.Nodes[0]); hanCount(t)*2 > hanCount(text) {
			return trimFurniture(t)
		}
	}
	return text
}

// readable asks the readability heuristic, for pages where text stands in
// several places and nothing else has found the article.
func readable(n *html.Node) string {
	art, err := readability.FromDocument(n, &url.URL{})
	if err != nil || art.Node == nil {
		return ""
	}
	return linesOf(art.Node)
}

// weight counts the Han characters under a node, and those inside links.
type weight struct{ han, links int }

// prose is what counts for an article: text outside links.
func (w weight) prose() int { return w.han - w.links }

// weights remembers the weight of each node.
type weights map[*html.Node]weight

func (w weights) of(n *html.Node) weight {
	if v, ok := w[n]; ok {
		return v
	}
	var v weight
	if n.Type == html.TextNode {
		v.han = hanCount(n.Data)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		x := w.of(c)
		v.han += x.han
		v.links += x.links
	}
	if n.Type == html.ElementNode && n.Data == "a" {
		v.links = v.han
	}
	w[n] = v
	return v
}

// dropFurniture removes what is named as furniture or hidden, unless so much
// of the text stands in it that the name must mean something else.
func dropFurniture(body *goquery.Selection, w weights, total int) {
	var drop []*html.Node
	lost := 0
	body.Find("*").Each(func(_ int, s *goquery.Selection) {
		n := s.Nodes[0]
		class, _ := s.Attr("class")
		id, _ := s.Attr("id")
		style, _ := s.Attr("style")
		hidden := strings.Contains(strings.ReplaceAll(strings.ToLower(style), " ", ""), "display:none")
		named := !textTags[n.Data] && (furnitureName.MatchString(class) || furnitureName.MatchString(id))
		if (hidden || named) && w.of(n).prose()*5 < total {
			drop = append(drop, n)
			lost += w.of(n).prose()
			return
		}
		// A list of links.
		if v := w.of(n); (n.Data == "ul" || n.Data == "ol" || n.Data == "dl") && v.han > 0 && v.links*5 > v.han*4 {
			drop = append(drop, n)
		}
	})
	if lost*2 > total { // the names mean something else here
		return
	}
	for _, n := range drop {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

// selected is the node of a known container, if it holds most of the prose.
func selected(q *goquery.Document, w weights, total int) *html.Node {
	for _, sel := range articleSelectors {
		var best *html.Node
		for _, n := range q.Find(sel).Nodes {
			if best == nil || w.of(n).prose() > w.of(best).prose() {
				best = n
			}
		}
		// The innermost of nested containers of one name is as good and has
		// less around it.
		for best != nil {
			inner := goquery.NewDocumentFromNode(best).Find(sel).Nodes
			i := -1
			for j, n := range inner {
				if n != best && w.of(n).prose()*20 > w.of(best).prose()*19 {
					i = j
				}
			}
			if i < 0 {
				break
			}
			best = inner[i]
		}
		if best != nil && w.of(best).prose() >= 50 && w.of(best).prose()*5 > total*3 {
			return best
		}
	}
	return nil
}

// densest goes down from the body as long as one child holds nearly all of
// the prose.
func densest(n *html.Node, w weights) *html.Node {
	total := w.of(n).prose()
	for {
		var next *html.Node
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && w.of(c).prose()*20 > total*17 {
				next = c
			}
		}
		if next == nil || next.Data == "p" { // a paragraph's neighbours belong to it
			return n
		}
		n = next
	}
}

// Lines that begin what follows an article.
var afterArticle = regexp.MustCompile(`^[\s【\[（(]*(责任编辑|编辑[：:]|责编|审核[：:]|扫一扫|相关链接|相关阅读|相关稿件|相关文章|相关信息|相关新闻|相关文档|相关附件|上一篇|下一篇|上一条|下一条|分享到|分享[：:]|打印本页|打印|关闭窗口|关闭本页|关闭|返回顶部|字体[：:]|字号[：:]|我要纠错|版权所有|主办单位|网站地图|网站标识码|联系我们|ICP备|手机扫|热点推荐|推荐阅读|点击排行|浏览次数)`)

// Lines that stand before an article.
var beforeArticle = regexp.MustCompile(`^[\s【\[（(]*(当前位置|您现在的位置|您的位置|你的位置|现在位置|首页\s*[>＞»]|字体[：:]|字号[：:]|【?字体|分享到|分享[：:]|打印|浏览次数|点击数|点击量|阅读次数|访问量|来源[：:]|信息来源|发布时间|发布日期|日期[：:]|时间[：:]|作者[：:]|索引号|A-|A\+|大\s*中\s*小)`)

// trimFurniture cuts lines around the article that its container holds too.
func trimFurniture(text string) string {
	lines := strings.Split(text, "\n")
	// Behind: only the last tenth is looked at, and only short lines end it.
	n := len(lines)
	for i := max(n-30, n/2); i < n; i++ {
		if afterArticle.MatchString(lines[i]) && hanCount(lines[i]) < 60 && hanCount(strings.Join(lines[i:], "")) < 1500 {
			lines = lines[:i]
			break
		}
	}
	var out []string
	for i, l := range lines {
		if i < 15 && hanCount(l) < 60 && beforeArticle.MatchString(l) {
			continue
		}
		out = append(out, l)
	}
	return strings.Join(out, "\n")
}
