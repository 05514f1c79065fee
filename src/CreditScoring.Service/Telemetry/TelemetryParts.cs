namespace CreditScoring.Telemetry;

/// <summary>What tells operators how the service does.</summary>
public static class TelemetryParts
{
    public static IServiceCollection AddTelemetry(
        this IServiceCollection services, Service.Settings settings)
    {
        services.AddSingleton<CreditMeter>().AddSingleton<Positions>()
            .AddSingleton<StateGauges>().AddSingleton<MeterReader>();
        return settings.Otlp is null ? services : services.AddHostedService<OtlpExport>();
    }
}
