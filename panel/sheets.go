package panel

import (
	"cmp"
	"fmt"
	"strconv"

	"zhibiao/dataset"
	"zhibiao/message"
)

// chinese is a column's value in the words of the glossary; an exact bound says
// nothing.
func chinese(column, value string) string {
	if value == "eq" {
		return ""
	}
	return message.Code(column, value, message.Chinese)
}

// panelColumn is a column of the sheet 面板: its head, the column of the panel
// that it shows, and a row's value.
type panelColumn struct {
	head, column string
	value        func(r *Row, s scale) any
}

var panelColumns = []panelColumn{
	{"地区代码", "region_code", func(r *Row, _ scale) any { return filled(r.RegionCode) }},
	{"地区", "region", func(r *Row, _ scale) any { return filled(r.Region) }},
	{"级别", "region_level", func(r *Row, _ scale) any { return filled(chinese("level", r.RegionLevel)) }},
	{"指标", "indicator_name", func(r *Row, _ scale) any { return cmp.Or(r.IndicatorName, r.Indicator) }},
	{"度量", "measure", func(r *Row, _ scale) any { return chinese("measure", r.Measure) }},
	{"年份", "year", func(r *Row, _ scale) any { return r.Year }},
	{"单位", "unit", func(_ *Row, s scale) any { return filled(s.Unit) }},
	{"目标值", "target", func(r *Row, s scale) any { return s.of(r.Target) }},
	{"目标值下限", "target_low", func(r *Row, s scale) any { return s.of(r.TargetLow) }},
	{"目标值上限", "target_high", func(r *Row, s scale) any { return s.of(r.TargetHigh) }},
	{"目标值界限", "target_bound", func(r *Row, _ scale) any { return filled(chinese("bound", r.TargetBound)) }},
	{"提出目标", "target_stated", func(r *Row, _ scale) any { return yesNo(r.TargetStated, "是", "否") }},
	{"实际值", "actual", func(r *Row, s scale) any { return s.of(r.Actual) }},
	{"实际值下限", "actual_low", func(r *Row, s scale) any { return s.of(r.ActualLow) }},
	{"实际值上限", "actual_high", func(r *Row, s scale) any { return s.of(r.ActualHigh) }},
	{"实际值界限", "actual_bound", func(r *Row, _ scale) any { return filled(chinese("bound", r.ActualBound)) }},
	{"实际值状态", "actual_status", func(r *Row, _ scale) any { return filled(chinese("status", r.ActualStatus)) }},
	{"差距", "gap", func(r *Row, s scale) any { return s.of(r.Gap) }},
	{"完成", "met", func(r *Row, _ scale) any { return yesNo(r.Met, "完成", "未完成") }},
	{"候选数", "candidates", func(r *Row, _ scale) any { return r.Candidates }},
	{"指标编号", "indicator", func(r *Row, _ scale) any { return r.Indicator }},
}

// filled is a string, nil where it is empty: an empty cell.
func filled(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func yesNo(b *bool, yes, no string) any {
	switch {
	case b == nil:
		return nil
	case *b:
		return yes
	}
	return no
}

// panel is the sheet of goals and results.
func (b *book) panel() sheet {
	s := sheet{name: panelSheet}
	met := 0
	for i, c := range panelColumns {
		s.head = append(s.head, c.head)
		if c.column == "met" {
			met = i
		}
	}
	s.head = append(s.head, "来源")
	source := len(panelColumns)
	for i := range b.rows {
		r := &b.rows[i]
		row := make([]any, 0, len(s.head))
		for _, c := range panelColumns {
			row = append(row, c.value(r, b.shown[seriesOf(r)]))
		}
		s.rows = append(s.rows, append(row, "原句"))
	}
	b.link(&s, source, sourceSheet, len(b.rows), func(i int) int { return i })
	s.styled = func(row, column int) int {
		m := b.rows[row].Met
		switch {
		case column == source:
			return b.styles.link
		case column != met || m == nil:
			return b.centered(column)
		case *m:
			return b.styles.met
		}
		return b.styles.missed
	}
	return s
}

// centered gives short words, and what is no amount, the look that keeps them
// apart from the amounts beside them.
func (b *book) centered(column int) int {
	switch panelColumns[column].column {
	case "measure", "year", "unit", "target_bound", "target_stated", "actual_bound", "actual_status", "met", "candidates":
		return b.styles.center
	}
	return 0
}

// link makes each cell of a column lead to a row of another sheet.
func (b *book) link(s *sheet, column int, to string, rows int, of func(i int) int) {
	name := columnName(column)
	for i := range min(rows, maxLinked) {
		s.links = append(s.links, link{name + strconv.Itoa(i+2), fmt.Sprintf("%s!A%d", to, of(i)+2)})
	}
}

func columnName(i int) string { return string(rune('A' + i)) } // no sheet has more than 26

// notes is the sheet that says what the columns mean.
func (b *book) notes() sheet {
	s := sheet{name: notesSheet, head: []string{"栏目", "含义", "meaning", "column"}, widest: 70, wrap: true}
	for _, c := range panelColumns {
		d, _ := dataset.Describe("panel", c.column)
		s.rows = append(s.rows, []any{c.head, d.Chinese, d.English, c.column})
	}
	add := func(what, zh, en string) { s.rows = append(s.rows, []any{what, zh, en, nil}) }
	add("来源", "链接到“来源”表中该行的原句", "leads to the sentences in sheet 来源")
	add("单位", "金额用亿元、万元，人数等用万，比率用%；同一指标同一度量用同一单位。.csv 和 .parquet 文件保留基本单位", "amounts in 亿元, 万元, counts in 万, rates in %; one unit an indicator and measure. The .csv and .parquet files keep base units")
	add("完成", "“以上”不低于即完成，“以内”不高于即完成；其他目标达到或更好即完成（失业率、物价、能耗、赤字以低为好）；“左右”先按目标的位数四舍五入", "ge is met by what is not below, le by what is not above; any other goal by what is as good or better (lower is better for unemployment, prices, intensities, deficit); with 左右 the result is rounded to the goal's digits first")
	add("待核查", "一地中间年份没有实际值（缺少报告）；水平值一年变动超过三倍；主要指标在有报告的年份缺实际值；同年目标值和实际值单位不同", "years between two of which a region has no result (its reports are not there); a level that changes more than threefold in a year; a fixed indicator without a result in a year that has others; goal and result of a year in different units")
	met, missed := 0, 0
	for i := range b.rows {
		if m := b.rows[i].Met; m != nil && *m {
			met++
		} else if m != nil {
			missed++
		}
	}
	add("合计", fmt.Sprintf("%d 行，其中完成 %d、未完成 %d", len(b.rows), met, missed), fmt.Sprintf("%d rows, %d met, %d missed", len(b.rows), met, missed))
	return s
}

// sources is the sheet of the sentences behind the figures.
func (b *book) sources() sheet {
	s := sheet{
		name: sourceSheet, widest: 60, wrap: true,
		head: []string{"面板", "地区", "指标", "度量", "年份", "目标值原句", "实际值原句", "目标值编号", "实际值编号"},
	}
	for i := range b.rows {
		r := &b.rows[i]
		s.rows = append(s.rows, []any{
			fmt.Sprintf("第%d行", i+2), filled(r.Region), cmp.Or(r.IndicatorName, r.Indicator), chinese("measure", r.Measure), r.Year,
			filled(r.TargetSentence), filled(r.ActualSentence), filled(r.TargetFactID), filled(r.ActualFactID),
		})
	}
	b.link(&s, 0, panelSheet, len(b.rows), func(i int) int { return i })
	s.styled = b.linked
	return s
}

// linked gives the first column the look of links.
func (b *book) linked(_, column int) int {
	if column == 0 {
		return b.styles.link
	}
	return 0
}

// doubts is the sheet of what to check.
func (b *book) doubts() sheet {
	s := sheet{
		name: doubtSheet, widest: 60, wrap: true,
		head: []string{"面板", "问题", "地区", "指标", "度量", "年份", "情况"},
	}
	found := doubts(b.rows, b.shown)
	for _, d := range found {
		r := &b.rows[d.row]
		row := []any{fmt.Sprintf("第%d行", d.row+2), d.kind, filled(r.Region), nil, nil, nil, d.note}
		if d.kind != noReport {
			copy(row[3:], []any{cmp.Or(r.IndicatorName, r.Indicator), chinese("measure", r.Measure), r.Year})
		}
		s.rows = append(s.rows, row)
	}
	b.link(&s, 0, panelSheet, len(found), func(i int) int { return found[i].row })
	s.styled = b.linked
	return s
}
