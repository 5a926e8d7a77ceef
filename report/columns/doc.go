// Package columns finds tables in lines whose words stand apart: printed pages
// and texts whose columns are runs of spaces. It looks at where words stand
// and at whether they are figures, not at what they mean.
package columns
