package report

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// TestRefusalsSayWhy: what is said of a text that is refused is so.
func TestRefusalsSayWhy(t *testing.T) {
	garbled := []rune("亗仛伣侌俕倞傧僰儹兂冋凔刟劮匷卺叅哎唗啠喩嗲嘻噄囍圖坠垩埲堻壄复妖姟娨婱媺嫃嬌孕宨尳屼岅峎嶗巠帩幀庻弄彍徖忟怨恱惺愃慌懕戞执抰挹揂搋摔擝敦旽昰晹暂杋枔栝桦梯棸楁榊槓樜櫥欮歷殀氉汒沛泤洭涶淿済湑滚漣澬瀵烒烛焤煭熶牕犥狰猹玂珌琔瓽甆畏痘癣盫矴砽硆磏礙祶秪穭窳竬竵笅筎算簠簩粲系絅緎縧繰缹翂聍脔")
	for _, c := range []struct{ name, format, text, want string }{
		{"empty", "text", " \n", "empty"},
		{"English", "text", strings.Repeat("annual report of the county 2023\n", 50), "holds no Chinese"},
		{"a Chinese name in English", "text", strings.Repeat("annual report of the county 2023\n", 50) + "云溪县人民政府", "hardly any"},
		{"a garbled text", "pdf", string(garbled) + "。" + string(garbled) + "。", "garbled"},
		{"menus", "html", strings.Repeat("政务公开\n通知公告\n", 60), "menus"},
		{"a list in a PDF", "pdf", strings.Repeat("政务公开\n通知公告\n", 60), "list of names"},
	} {
		_, err := New(Raw{Source: c.name, Format: c.format, Text: c.text}, Options{})
		var refused *Error
		if !errors.As(err, &refused) || !strings.Contains(refused.Reason, c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

// TestReadAllTheSame: a table and a short text are read.
func TestReadAllTheSame(t *testing.T) {
	var table strings.Builder
	for i := range 60 {
		fmt.Fprintf(&table, "%s产量\t%d万吨\t%d.5%%\n", []string{"稻谷", "小麦", "油菜籽", "肉类", "水产品"}[i%5], 10+i, i%9)
	}
	if _, err := New(Raw{Source: "table", Format: "html", Text: table.String()}, Options{}); err != nil {
		t.Errorf("a table: %v", err)
	}
	d, err := New(Raw{Source: "short", Text: "全年粮食总产21万吨，比上年增长2.1%，新建学校4所。"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if d.Meta.Kind != "other" || len(d.Warnings) != 1 || d.Warnings[0].ID != "warn.short" {
		t.Errorf("a short text: %s, warnings %q", d.Meta.Kind, d.Warnings)
	}
}

// TestEscapedTwice: tags that were escaped once too often are no text.
func TestEscapedTwice(t *testing.T) {
	for in, want := range map[string]string{
		"&lt;p&gt;粮食总产21万吨。&lt;/p&gt;&lt;p style=&quot;color:red&quot;&gt;新建学校4所。&lt;/p&gt;": "粮食总产21万吨。\n新建学校4所。",
		"&amp;lt;p&amp;gt;粮食总产21万吨。&amp;lt;br/&amp;gt;新建学校4所。&amp;lt;/p&amp;gt;":             "粮食总产21万吨。\n新建学校4所。",
		"PM2.5浓度&lt;35微克，优良天数&gt;300天。":                                                      "PM2.5浓度<35微克，优良天数>300天。",
	} {
		if got := string(Plain(in).Text); got != want {
			t.Errorf("%s became %q, want %q", in, got, want)
		}
	}
}
