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
            .AddSingleton<StateGauges>().AddSingleton<MeterReader>();
        return settings.Otlp is null ? services : services.AddHostedService<OtlpExport>();
    }
}
