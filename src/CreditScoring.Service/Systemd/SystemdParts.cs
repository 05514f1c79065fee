namespace CreditScoring.Service.Systemd;

/// <summary>What runs where systemd has started the service.</summary>
public static class SystemdParts
{
    public static IServiceCollection AddSystemd(this IServiceCollection services) =>
        NotifySocket.OfEnvironment() is { } socket
            ? services.AddSingleton(_ => socket).AddHostedService<SystemdNotice>()
            : services;
}
