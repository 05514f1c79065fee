using CreditScoring.Service.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace CreditScoring.Service.Telemetry;

/// <summary>
/// Sends the same metrics to a collector (<c>Telemetry:Otlp</c>) four times a minute, and once more
/// when the service stops. A collector that is away stops nothing.
/// </summary>
public sealed class OtlpExport(Settings settings) : IHostedService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    private MeterProvider? provider;

    public Task StartAsync(CancellationToken stop)
    {
        provider = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(resource => resource.AddService(
                "credit-scoring", serviceVersion: ProgramVersion.Text,
                autoGenerateServiceInstanceId: false, serviceInstanceId: settings.Worker))
            .AddMeter(CreditMeter.Name, "Microsoft.AspNetCore.Hosting", "System.Runtime")
            .AddView(instrument => instrument.Meter.Name == CreditMeter.Name
                || instrument.Name == "http.server.request.duration"
                || MeterReader.OfTheRuntime.Contains(instrument.Name)
                ? null : MetricStreamConfiguration.Drop)
            .AddOtlpExporter((exporter, reader) =>
            {
                exporter.Endpoint = settings.Otlp!;
                exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds =
                    (int)Every.TotalMilliseconds;
            })
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken stop)
    {
        provider?.Dispose();
        return Task.CompletedTask;
    }
}
