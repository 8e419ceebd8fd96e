module github.com/fernhill/online-store/services/api

go 1.24
