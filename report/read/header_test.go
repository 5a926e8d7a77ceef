package read

import (
	"context"
	"errors"
	"strings"
	"testing"

	"zhibiao/report"
)

// firstOf reads data and returns its first document and error.
func firstOf(source, data string) (report.Raw, error) {
	for raw, err := range Reports(context.Background(), Input{Source: source, Data: []byte(data)}, Options{}) {
		return raw, err
	}
	return report.Raw{}, errors.New("nothing was read")
}

// TestDateColumns: a row is dated by the column that scrapers give its day in.
func TestDateColumns(t *testing.T) {
	for _, name := range []string{"Release Time", "date", "日期", "发布时间", "release_date", "PublishDate", "公布时间"} {
		raw, err := firstOf("scraped.csv", "title,"+name+",content\n政府工作报告,2023-01-20 08:30,全县粮食总产21万吨，新建学校4所，群众生活改善。\n")
		if err != nil || raw.Date != "2023-01-20" {
			t.Errorf("%s: date %q, %v", name, raw.Date, err)
		}
	}
}

// TestTableWithoutText: a table whose header has many or long names, and none
// that is known for the text, is a table all the same; what is said of it names
// its columns and the command that reads it.
func TestTableWithoutText(t *testing.T) {
	header := "序号,省级行政区划名称（含直辖市）,地级行政区划名称,县级行政区划名称,报告所属的年份,文件标题,文件来源网站,网页抓取的时间,工作报告 原文,字数统计结果,备注信息说明,审核人员姓名"
	row := "1,河北省,保定市,云溪县,2023,政府工作报告,县政府网站,2023-02-01,全县粮食总产21万吨，新建学校4所。,18,无,李明"
	_, err := firstOf("my tables/scraped.csv", header+"\n"+strings.Repeat(row+"\n", 30))
	var refused *report.Error
	if !errors.As(err, &refused) {
		t.Fatalf("read as prose: %v", err)
	}
	for _, want := range []string{"no column holds", `"县级行政区划名称"`} {
		if !strings.Contains(refused.Reason, want) {
			t.Errorf("the reason %q lacks %q", refused.Reason, want)
		}
	}
	if want := "zhibiao extract 'my tables/scraped.csv' --text-column '工作报告 原文'"; !strings.Contains(refused.Remedy, want) {
		t.Errorf("the remedy is %q, want %q", refused.Remedy, want)
	}
}

// TestProseWithCSVEnding: prose stays prose, whatever its file is called.
func TestProseWithCSVEnding(t *testing.T) {
	raw, err := firstOf("report.csv", strings.Repeat("全县上下齐心协力，粮食总产21万吨，比上年增长2.1%，新建学校4所，群众生活改善，社会保持稳定。\n", 12))
	if err != nil || raw.Format != "text" {
		t.Errorf("read as %q: %v", raw.Format, err)
	}
}
