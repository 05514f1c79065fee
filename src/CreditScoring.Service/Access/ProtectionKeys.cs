using System.Xml.Linq;
using CreditScoring.Documents;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Newtonsoft.Json;

namespace CreditScoring.Service.Access;

/// <summary>A key by which all workers seal cookies is there from now on.</summary>
/// <param name="Xml">Null: it was blanked.</param>
public sealed record ProtectionKeyAdded(string Target, string? Xml) : RegisterEntry(Target)
{
    public override string What => "protection-key-added";

    public override string? Secret => Xml;

    public string? Sha256 { get; init; } = Xml is null ? null : HashOf(Xml);

    /// <summary>How many keys were seen by who made it.</summary>
    public int Seen { get; init; }

    public override EntryFault? FaultIn(Register register, string by, DateOnly today) =>
        register.ProtectionKeys.Count != Seen ? EntryFault.Settled : null;

    public override Register EnteredIn(Register register, string by) => Xml is null ? register
        : register with { ProtectionKeys = register.ProtectionKeys.Add(Xml) };

    public override void Write(JsonTextWriter json) => json.Property("sha256", Sha256);
}

/// <summary>
/// Keeps the keys of ASP.NET Core's data protection in the register, so that all workers have the same and
/// a cookie of one is good for the others. Of two that make the first key at once, one has made it: what
/// the other made is not kept, and it goes on with the first.
/// </summary>
public sealed class ProtectionKeys(RegisterDesk desk) : IXmlRepository
{
    private const string Actor = "service";

    private volatile int seen;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var keys = desk.CurrentAsync().GetAwaiter().GetResult().ProtectionKeys;
        seen = keys.Count;
        return [.. keys.Select(key => XElement.Parse(key))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        var added = new ProtectionKeyAdded(
            $"protection:{friendlyName}", element.ToString(SaveOptions.DisableFormatting)) { Seen = seen };
        desk.EnterAsync(added, Actor).GetAwaiter().GetResult();
    }
}
