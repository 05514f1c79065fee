using CreditScoring.Documents;

namespace CreditScoring.Service.Webhooks;

/// <summary>Why a receiver has not got something; it is sent again.</summary>
/// <param name="Code">Does not change: status, redirect, timeout, unreachable, owner ...</param>
public sealed record DeliveryFault(string Code, Wording Why)
{
    public static DeliveryFault Status(int status) => status is >= 300 and < 400
        ? new("redirect", new($"应答 {status}，不跟随转向", $"it answered {status}; redirects are not followed"))
        : new("status", new($"应答 {status}", $"it answered {status}"));

    public static DeliveryFault TooSlow(TimeSpan time) => new(
        "timeout",
        new($"{time.TotalSeconds:0} 秒内没有应答", $"it has not answered within {time.TotalSeconds:0} seconds"));

    public static DeliveryFault Unreachable(string why) =>
        new("unreachable", new($"无法连接：{why}", $"it cannot be reached: {why}"));

    public static DeliveryFault Refused(Wording why) => new("address-refused", why);

    public static DeliveryFault Owner { get; } = new(
        "owner", new("持有人已停用或无权读取建议", "its owner is blocked, or may not read recommendations"));

    public static DeliveryFault Position { get; } = new(
        "position", new("位置超出现有建议", "its position is beyond what the feed has"));
}
