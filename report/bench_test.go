package report

import (
	"fmt"
	"strings"
	"testing"
)

// sampleText is a report's worth of invented text.
func sampleText(paragraphs int) string {
	var b strings.Builder
	b.WriteString("政府工作报告\n\n——2023年1月5日在云溪县第九届人民代表大会第三次会议上\n\n云溪县县长 李明\n\n各位代表：\n\n一、2022年工作回顾\n\n")
	for i := range paragraphs {
		if i == paragraphs/2 {
			b.WriteString("二、2023年主要任务\n\n")
		}
		fmt.Fprintf(&b, "（%c）第%d批产业", []rune("一二三四五六七八九")[i%9], i)
		b.WriteString("发展稳中有进。全年实现地区生产总值 **279.42** 亿元，同比增长 5.6%；规模以上工业增加值增长７．２％，新建高标准农田3.5万亩，“一网通办”接入事项368项（其中区级120项）。城镇新增就业2.3万人，城镇居民人均可支配收入达到42318元、增长4.1%。\n\n")
	}
	return b.String()
}

func BenchmarkNew(b *testing.B) {
	text := sampleText(400)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New(Raw{Text: text}, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPlain(b *testing.B) {
	text := "全年实现地区生产总值279.42亿元，同比增长5.6%。"
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Plain(text)
	}
}
