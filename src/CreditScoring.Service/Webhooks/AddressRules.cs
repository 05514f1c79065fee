using System.Net;
using System.Net.Sockets;
using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;

namespace CreditScoring.Service.Webhooks;

/// <summary>
/// Where a webhook may go: to hosts that the settings name, over TLS, and never to an address that other
/// networks cannot reach, unless the settings name that too.
/// </summary>
public sealed class AddressRules(WebhookSettings settings)
{
    /// <summary>What belongs to this machine, this network, or to nobody (IPv4).</summary>
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
            "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    /// <summary>All that IPv6 gives to the public, and what of it is not, or hides an IPv4 address.</summary>
    private static readonly IPNetwork Public6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] NotPublic6 =
    [
        .. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }
            .Select(text => IPNetwork.Parse(text)),
    ];

    /// <summary>Why an address cannot be named; null: it can.</summary>
    public EntryFault? FaultOf(Uri address) =>
        address.Scheme is not ("http" or "https") || address.UserInfo != "" || address.Fragment != ""
            ? Fault("不是 https 地址，或含用户名、#", "it is no https address, or has a user or a # in it",
                "写成 https://host/path", "write https://host/path")
        : address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback && !settings.AllowPlain
            ? Fault("未加密", "nothing on the way would be encrypted", "用 https", "use https")
        : !settings.Hosts.Any(host => IsOf(address, host))
            ? Fault($"主机 {address.IdnHost} 未经允许", $"the host {address.IdnHost} is not allowed",
                "由运行人员写入 Webhooks:Hosts", "the operator names it in Webhooks:Hosts")
        : IPAddress.TryParse(address.IdnHost, out var literal) && !MayConnect(literal)
            ? Fault($"{literal} 是内部地址", $"{literal} is a private address",
                "由运行人员写入 Webhooks:PrivateAddresses", "the operator names it in Webhooks:PrivateAddresses")
        : null;

    /// <summary>Whether a connection may go to it, whatever name led there.</summary>
    public bool MayConnect(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IsPublic(plain) || settings.Private.Any(network => network.Contains(plain));
    }

    private static bool IsPublic(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork
        ? !NotPublic.Any(network => network.Contains(address))
        : Public6.Contains(address) && !NotPublic6.Any(network => network.Contains(address));

    private static bool IsOf(Uri address, string host)
    {
        const StringComparison Any = StringComparison.OrdinalIgnoreCase;
        return host.Equals($"{address.IdnHost}:{address.Port}", Any)
            || (address.IsDefaultPort && host.Equals(address.IdnHost, Any));
    }

    private static EntryFault Fault(string zh, string en, string mendZh, string mendEn) => new(
        "webhook-address", new Wording($"该地址不可用：{zh}", $"the address cannot be used: {en}"),
        new Wording(mendZh, mendEn));
}
