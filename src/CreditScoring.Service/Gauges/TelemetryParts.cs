using System.Diagnostics.Metrics;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Telemetry;

namespace CreditScoring.Service.Gauges;

/// <summary>What tells operators how the service does.</summary>
public static class TelemetryParts
{
    public static IServiceCollection AddTelemetry(
        this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<CreditMeter>().AddSingleton<Positions>()
            .AddSingleton<StateGauges>()
            .AddSingleton(parts => new MeterReader(
                parts.GetRequiredService<IMeterFactory>(), withRuntime: true));
        return settings.Otlp is null ? services : services.AddHostedService<OtlpExport>();
    }
}
