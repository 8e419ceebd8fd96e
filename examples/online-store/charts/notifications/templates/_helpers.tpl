{{- define "notifications.selectorLabels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "notifications.labels" -}}
{{ include "notifications.selectorLabels" . }}
app.kubernetes.io/part-of: online-store
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
owner: team-storefront
{{- with .Values.environment }}
environment: {{ . }}
{{- end }}
{{- end }}
