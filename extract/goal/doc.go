// Package goal finds the clauses that state a goal without a number: with a
// standard (与经济增长同步, 高于全国平均水平, 完成国家下达目标) or a direction
// (稳步增长). It sees the runes of one clause; what the goal is set for is read
// by the package extract.
package goal
