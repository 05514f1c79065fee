using System.Net;

namespace CreditScoring.Service.Hosting;

/// <summary>Where webhooks may go, and how long they may take.</summary>
public sealed record WebhookSettings
{
    /// <summary>
    /// Hosts that may be named, with a port where it is not the usual one: <c>Webhooks:Hosts</c>. None: no
    /// webhook can be added.
    /// </summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>
    /// Addresses that may be connected to though they are private: <c>Webhooks:PrivateAddresses</c>.
    /// </summary>
    public IReadOnlyList<IPNetwork> Private { get; init; } = [];

    /// <summary>Within which a receiver has to have answered: <c>Webhooks:Seconds</c>.</summary>
    public TimeSpan AnswerTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Whether other machines may be sent to without encryption: <c>Webhooks:AllowPlain</c>.
    /// </summary>
    public bool AllowPlain { get; init; }

    public static WebhookSettings Read(IConfiguration configuration, TimeSpan? answerTime) => new()
    {
        Hosts = [.. Words(configuration["Webhooks:Hosts"])],
        Private = NetworksOf(configuration["Webhooks:PrivateAddresses"] ?? "") ?? [],
        AnswerTime = answerTime ?? TimeSpan.FromSeconds(10),
        AllowPlain = bool.TryParse(configuration["Webhooks:AllowPlain"], out var said) && said,
    };

    /// <summary>Networks as written, such as <c>10.1.0.0/16, fd00::/8</c>; null: one is none.</summary>
    public static IReadOnlyList<IPNetwork>? NetworksOf(string text)
    {
        var networks = new List<IPNetwork>();
        foreach (var word in Words(text))
        {
            if (!IPNetwork.TryParse(word, out var network))
            {
                return null;
            }

            networks.Add(network);
        }

        return networks;
    }

    private static IEnumerable<string> Words(string? text) => (text ?? "")
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
