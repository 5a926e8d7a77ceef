package lang

import "math/big"

// Unit is a unit of measurement or a classifier, as the tables have it.
type Unit struct {
	Name   string
	Dim    string
	SI     *big.Rat // nil where it converts to nothing (money, counts)
	SIUnit string
	Class  bool // a classifier
	Weak   bool // lists or names more often than it counts
	Noun   bool // says itself what is counted
}

// IsTime tells whether v counts time.
func (v *Unit) IsTime() bool {
	if v == nil {
		return false
	}
	if v.Dim == "time" {
		return true
	}
	switch v.Name {
	case "年", "个月", "月", "天", "日", "小时", "分钟", "秒", "周", "周年", "岁", "周岁", "工作日":
		return true
	}
	return false
}
