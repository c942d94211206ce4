package main

import "net/smtp"

func tell(to string) error {
	return smtp.SendMail("post:2500", nil,
		"shop@example.org", []string{to}, nil)
}
