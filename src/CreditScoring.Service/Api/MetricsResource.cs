using CreditScoring.Service.Contract;
using System.Reflection;
using System.Text;
using CreditScoring.Service.Telemetry;
using CreditScoring.Service.Gauges;
using Microsoft.AspNetCore.Http.Metadata;

namespace CreditScoring.Service.Api;

/// <summary>GET /metrics: what Prometheus collects.</summary>
public static class MetricsResource
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        // Made now, and before any meter: what happens before the first question counts too.
        var reader = routes.ServiceProvider.GetRequiredService<MeterReader>();
        routes.ServiceProvider.GetRequiredService<StateGauges>();
        routes.MapGet("/metrics", () => new Answer(reader.Text())).ForEverybody()
            .Says("Prometheus 文本格式的指标", "Metrics in the text format of Prometheus").AnswersText("text/plain");
    }

    internal sealed class Answer(string text) : IResult
    {
        public async Task ExecuteAsync(HttpContext context)
        {
            var body = Encoding.UTF8.GetBytes(text);
            context.Response.ContentType = PrometheusText.ContentType;
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }
}
