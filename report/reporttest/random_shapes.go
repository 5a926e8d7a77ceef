package reporttest

import (
	"fmt"
	"strings"
)

func (m *maker) indicators() {
	m.t.Title = "2022年静安区主要指标"
	grown := m.one(growthHeads)
	column := m.IntN(2) == 0
	order := m.IntN(4) == 0
	head := []string{m.one([]string{"指标", "指标名称", "项目"}), "单位", "2022年", grown}
	if !column {
		head = append(head[:1], head[2:]...)
	}
	if order {
		head = append([]string{"序号"}, head...)
	}
	m.row(head...)
	bracketed := m.IntN(3) == 0
	for i, k := range m.pick(len(randomNames), 4+m.IntN(6)) {
		n := randomNames[k]
		cells := []string{n.name, n.unit.written, m.amount(n.name, n.unit, "2022"), m.growth(n.name, "2022", bracketed)}
		if !column {
			cells = append([]string{n.name + "（" + n.unit.written + "）"}, cells[2:]...)
		}
		if order {
			cells = append([]string{fmt.Sprint(i + 1)}, cells...)
		}
		m.row(cells...)
	}
}

func (m *maker) products() {
	m.t.Title = "2022年静安区主要产品产量"
	m.row(m.one([]string{"产品名称", "产品", "指标"}), "产量（万吨）", m.one(growthHeads))
	for _, k := range m.pick(len(randomProducts), 4+m.IntN(5)) {
		p := randomProducts[k]
		m.row(p, m.amount(p, ton10k, "2022"), m.growth(p, "2022", false))
		if p == "粗钢" {
			m.row("  其中：特种钢", m.amount("特种钢", ton10k, "2022"), m.growth("特种钢", "2022", false))
		}
	}
}

func (m *maker) years() {
	m.t.Title = "静安区财政收支和投资\n单位：亿元"
	years := []int{2020, 2021, 2022}[m.IntN(2):]
	head := []string{m.one([]string{"项目", "指标"})}
	for _, y := range years {
		head = append(head, fmt.Sprintf("%d年", y))
	}
	m.row(head...)
	for _, k := range []int{3, 4, 5, 6, 7, 10}[:3+m.IntN(4)] {
		cells := []string{randomNames[k].name}
		for _, y := range years {
			cells = append(cells, m.amount(cells[0], yuan100m, fmt.Sprint(y)))
		}
		m.row(cells...)
	}
}

func (m *maker) twoHeads() {
	m.t.Title = "静安区国民经济主要指标"
	years := []int{2022, 2021}[:1+m.IntN(2)]
	top, sub := []string{"指标", "单位"}, []string{"^", "^"}
	for _, y := range years {
		top, sub = append(top, fmt.Sprintf("%d年", y), "<"), append(sub, "绝对数", "增长（%）")
	}
	m.row(top...)
	m.row(sub...)
	for _, k := range m.pick(len(randomNames), 4+m.IntN(5)) {
		n := randomNames[k]
		cells := []string{n.name, n.unit.written}
		for _, y := range years {
			cells = append(cells, m.amount(n.name, n.unit, fmt.Sprint(y)), m.growth(n.name, fmt.Sprint(y), false))
		}
		m.row(cells...)
	}
}

func (m *maker) budget() {
	m.t.Title = "2022年静安区一般公共预算收入执行情况表\n（单位：万元）"
	m.row("项目", "预算数", "执行数", "完成预算的%")
	for _, k := range m.pick(len(randomTaxes), 3+m.IntN(4)) {
		t := randomTaxes[k]
		cells := []string{t, m.amount(t, yuan10k, "2022"), m.amount(t, yuan10k, "2022")}
		s, v := m.figure(150, 1)
		m.know(s, t, v, "%", "level", "2022")
		m.row(append(cells, s)...)
	}
	s, v := m.figure(90000, 0)
	w, x := m.figure(90000, 0)
	m.know(s, "", v*1e4, "元", "level", "2022")
	m.know(w, "", x*1e4, "元", "level", "2022")
	m.row("合计", s, w, "—")
}

func (m *maker) groups() {
	m.t.Title = "2022年末静安区常住人口数及其构成"
	m.row("指标", "年末数（万人）", "比重（%）")
	add := func(indent, label, known string) {
		share, v := m.figure(90, 2)
		cells := []string{indent + label, m.amount(known, person10, "2022"), share}
		m.know(share, known, v, "%", "level", "2022")
		m.row(cells...)
	}
	add("", "常住人口", "常住人口")
	for i, g := range [][]string{{"按城乡分", "城镇", "乡村"}, {"按性别分", "男性", "女性"}, {"按年龄分", "0-14岁", "15-64岁", "65岁及以上"}}[:1+m.IntN(3)] {
		if i > 0 || m.IntN(2) == 0 {
			m.row(g[0], "", "")
		}
		for _, l := range g[1:] {
			add("  ", l, strings.TrimSuffix(l, "性"))
		}
	}
}

func (m *maker) towns() {
	m.t.Title = "2022年静安区各镇主要指标"
	m.row(m.one([]string{"地区", "镇（街道）", "单位名称"}), "农业总产值（亿元）", "增长（%）", "常住人口（万人）")
	for _, k := range m.pick(len(randomTowns), 4+m.IntN(3)) {
		t := randomTowns[k]
		m.row(t, m.amount(t, yuan100m, "2022"), m.growth(t, "2022", false), m.amount(t, person10, "2022"))
	}
}

func (m *maker) goals() {
	m.t.Title = "静安区2023年主要预期目标"
	m.row("序号", "指标", "单位", "2022年完成", "2023年预期目标", "属性")
	for i, k := range m.pick(len(randomNames), 4+m.IntN(4)) {
		n := randomNames[k]
		m.row(fmt.Sprint(i+1), n.name, n.unit.written, m.amount(n.name, n.unit, "2022"), m.amount(n.name, n.unit, "2023"), m.one([]string{"预期性", "约束性"}))
	}
}

func (m *maker) history() {
	m.t.Title = "静安区历年地区生产总值"
	m.row("年份", "地区生产总值（亿元）", "增长（%）")
	for y := 2016 + m.IntN(3); y <= 2022; y++ {
		p := fmt.Sprint(y)
		m.row(p+"年", m.amount("", yuan100m, p), m.growth("", p, false))
	}
}
