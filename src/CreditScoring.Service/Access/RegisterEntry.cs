using System.Security.Cryptography;
using System.Text;
using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Service.Access;

/// <summary>
/// Something that is entered into the register: when it may be, what it changes, and how it is written.
/// One class an entry, so that all of it stands in one place.
/// </summary>
/// <param name="Target">On whom: <c>person:zhang</c>, <c>system:licences</c>, <c>key:7f3a...</c>.</param>
public abstract record RegisterEntry(string Target)
{
    /// <summary>As acts name it; for ever.</summary>
    public abstract string What { get; }

    /// <param name="by">The target of who enters it, or <c>command</c> at the machine.</param>
    /// <returns>Why it cannot be entered; null: it can.</returns>
    public abstract EntryFault? FaultIn(Register register, string by, DateOnly today);

    /// <summary>The register with it.</summary>
    /// <param name="register">Its number and instant are those of this entry.</param>
    public abstract Register EnteredIn(Register register, string by);

    /// <summary>Its own properties.</summary>
    public virtual void Write(JsonTextWriter json)
    {
    }

    /// <summary>
    /// What is blanked once another entry on the same target has one; null: nothing is. Its SHA-256 is one
    /// of the properties.
    /// </summary>
    public virtual string? Secret => null;

    /// <summary>The SHA-256 of a secret, 64 small hexadecimal digits.</summary>
    public static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>The body of the act.</summary>
    public string Body() => JsonText.Of(json =>
    {
        json.WriteStartObject();
        Write(json);
        json.WriteEndObject();
    });

    /// <summary>Who is meant, where that one is there and not blocked.</summary>
    protected static EntryFault? Missing(Register register, string target, out Holder holder) =>
        !register.Holders.TryGetValue(target, out holder!) ? EntryFault.Unknown(target)
        : holder.IsBlocked ? EntryFault.Blocked(target) : null;
}
