package report

import (
	"fmt"
	"testing"
)

// TestTops reads where and when a report is of off its first lines.
func TestTops(t *testing.T) {
	const figures = "一、综合\n全年生产总值412.6亿元，比上年增长5.2%。年末常住人口61.3万人，比上年减少0.4万人，各项事业全面进步。\n"
	const review = "一、2022年工作回顾\n全年生产总值412.6亿元，比上年增长5.2%，各项事业全面进步，群众生活改善，社会保持稳定。\n"
	for _, c := range []struct{ top, want string }{
		{"云溪县\n2022年国民经济和社会发展统计公报\n云溪县统计局\n2023年3月31日\n" + figures, "云溪县 2022 communique 云溪县2022年国民经济和社会发展统计公报"},
		{"云溪县\n2022年国民经济和社会发展\n统计公报\n云溪县统计局　国家统计局云溪调查队\n" + figures, "云溪县 2022 communique 云溪县2022年国民经济和社会发展统计公报"},
		{"2022年云溪县国民经济和\n社会发展统计公报\n" + figures, "云溪县 2022 communique 2022年云溪县国民经济和社会发展统计公报"},
		{"2022年国民经济和社会发展统计公报云溪县统计局\n" + figures, "云溪县 2022 communique 2022年国民经济和社会发展统计公报"},
		{"云溪县统计局关于2022年国民经济和社会发展的统计公报\n" + figures, "云溪县 2022 communique 云溪县统计局关于2022年国民经济和社会发展的统计公报"},
		{"云溪县2022年\n国民经济和社会发展统计公报[1]\n（2023年4月2日）\n" + figures, "云溪县 2022 communique 云溪县2022年国民经济和社会发展统计公报"},
		{"中华人民共和国2022年国民经济和社会发展统计公报\n国家统计局\n2023年2月28日\n" + figures, "全国 2022 communique 中华人民共和国2022年国民经济和社会发展统计公报"},
		{"中华人民共和国\n2022年国民经济和社会发展统计公报\n" + figures, "全国 2022 communique 中华人民共和国2022年国民经济和社会发展统计公报"},
		{"2023年云溪县\n政府工作报告\n" + review, "云溪县 2023 work_report 2023年云溪县政府工作报告"},
		{"云溪县人民政府\n工作报告\n（2023年1月8日）\n县长　李明\n" + review, "云溪县 2023 work_report 云溪县人民政府工作报告"},
		{"政府工作报告\n各位主任、委员：\n现在，我代表云溪县人民政府报告工作。\n" + review, "云溪县 2023 work_report 政府工作报告"},
		{"关于2022年财政决算的报告\n各位主任、委员：\n受县人民政府委托，报告2022年财政决算，请予审议。\n" + figures, " 2022 budget 关于2022年财政决算的报告"},
	} {
		d, err := New(Raw{Text: c.top}, Options{})
		if err != nil {
			t.Errorf("%.20s: %v", c.top, err)
			continue
		}
		if got := fmt.Sprintf("%s %d %s %s", d.Meta.Region, d.Meta.Year, d.Meta.Kind, d.Meta.Title); got != c.want {
			t.Errorf("%.40q is %s, want %s", c.top, got, c.want)
		}
	}
}

// TestTopInsideSentence: what a link parts from its sentence is no title.
func TestTopInsideSentence(t *testing.T) {
	d, err := New(Raw{Source: "云溪县2023年政府工作报告.txt", Text: "各位代表：\n本次大会在认真听取了县人民法院院长所作的\n关于财政预算草案的报告\n，现在我代表县人民政府作工作报告。\n一、2022年工作回顾\n粮食总产21万吨，群众生活改善，社会保持稳定。\n"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if d.Meta.Title != "云溪县2023年政府工作报告" || d.Meta.Kind != "work_report" {
		t.Errorf("%q %s", d.Meta.Title, d.Meta.Kind)
	}
}

// TestTopAgainstName: the text goes before the file's name, and what they do not
// agree on is told.
func TestTopAgainstName(t *testing.T) {
	d, err := New(Raw{
		Source: "青石县2021年政府工作报告.txt",
		Text:   "政府工作报告\n——2023年1月8日在云溪县第九届人民代表大会第二次会议上\n云溪县县长　李明\n一、2022年工作回顾\n粮食总产21万吨，群众生活改善，社会保持稳定。\n",
	}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if d.Meta.Region != "云溪县" || d.Meta.Year != 2023 || len(d.Warnings) == 0 {
		t.Errorf("%s %d, warnings %q", d.Meta.Region, d.Meta.Year, d.Warnings)
	}
}

func TestNameGivesYear(t *testing.T) {
	d, err := New(Raw{Source: "2023年政府财政决算公开.txt", Text: "政府财政决算公开\n一、收入\n全县一般公共预算收入12.3亿元，增长3.1%，支出45亿元。\n"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if d.Meta.Year != 2023 || d.Meta.Kind != "budget" {
		t.Errorf("%d %s", d.Meta.Year, d.Meta.Kind)
	}
}
