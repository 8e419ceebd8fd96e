// The store's HTTP interface: catalogue, carts and orders.
package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"sync/atomic"
	"syscall"
	"time"
)

var requests atomic.Int64

func main() {
	pageSize, err := strconv.Atoi(os.Getenv("CATALOG_PAGE_SIZE"))
	if err != nil {
		slog.Error("CATALOG_PAGE_SIZE is not a number", "error", err)
		os.Exit(1)
	}

	stop, cancel := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer cancel()

	shop := &http.Server{Addr: ":8080", Handler: routes(pageSize), ReadHeaderTimeout: 5 * time.Second}
	metrics := &http.Server{Addr: ":9090", Handler: http.HandlerFunc(writeMetrics), ReadHeaderTimeout: 5 * time.Second}
	go serve(metrics)
	go serve(shop)

	<-stop.Done()
	finish, cancelFinish := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancelFinish()
	shop.Shutdown(finish)
}

func routes(pageSize int) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", ok)
	mux.HandleFunc("GET /readyz", ok)
	mux.HandleFunc("GET /api/products", func(w http.ResponseWriter, r *http.Request) {
		requests.Add(1)
		fmt.Fprintf(w, `{"products":[],"pageSize":%d}`, pageSize)
	})
	return mux
}

func ok(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }

func writeMetrics(w http.ResponseWriter, _ *http.Request) {
	fmt.Fprintf(w, "http_requests_total{code=\"200\"} %d\n", requests.Load())
}

func serve(server *http.Server) {
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		slog.Error("server ended", "address", server.Addr, "error", err)
		os.Exit(1)
	}
}
