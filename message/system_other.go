//go:build !windows

package message

// systemLocale is "": the environment holds the locale.
func systemLocale() string { return "" }
