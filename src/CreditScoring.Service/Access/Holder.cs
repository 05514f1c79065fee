using System.Collections.Immutable;
using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Service.Access;

/// <summary>A person or a program that may be given roles and keys.</summary>
/// <param name="Id">Such as <c>zhang</c>; it is theirs for ever.</param>
/// <param name="IsSystem">Whether it is a program (对接系统).</param>
public sealed record Holder(string Id, bool IsSystem, string Name, RegionScope Region)
{
    public ImmutableDictionary<Role, Appointment> Appointments { get; init; } =
        ImmutableDictionary<Role, Appointment>.Empty;

    /// <summary>Whether all of it is stopped (停用).</summary>
    public bool IsBlocked { get; init; }

    /// <summary>Null: it cannot sign in by one.</summary>
    public Password? Password { get; init; }

    /// <summary>Wrong passwords since it last signed in.</summary>
    public Failures Failures { get; init; }

    /// <summary>The number of the last entry that ended its sessions; 0: none has.</summary>
    public long Stamp { get; init; }

    /// <summary>As which it acts: <c>person:zhang</c>.</summary>
    public string Target => TargetOf(Id, IsSystem);

    public static string TargetOf(string id, bool isSystem) => (isSystem ? "system:" : "person:") + id;

    /// <summary>The roles that count.</summary>
    public IEnumerable<Role> Roles => IsBlocked ? []
        : Appointments.Where(each => each.Value.Counts).Select(each => each.Key).Order();
}

/// <summary>A role that was given.</summary>
/// <param name="By">Who gave it.</param>
/// <param name="Counts">Whether it was confirmed, where it has to be.</param>
public sealed record Appointment(string By, bool Counts);

/// <summary>
/// What a request shows to say on whose behalf it comes. Only a hash of the secret is kept.
/// </summary>
/// <param name="Id">Sixteen hexadecimal digits.</param>
/// <param name="Owner">The target of its holder.</param>
/// <param name="Roles">Of its holder's, those that it carries.</param>
/// <param name="Source">The only source whose events may be sent with it; null: it sends none.</param>
/// <param name="Expires">The last legal day on which it is good.</param>
/// <param name="Hash">SHA-256 of its secret, 64 small hexadecimal digits.</param>
public sealed record AccessKey(
    string Id, string Owner, ImmutableSortedSet<Role> Roles, string? Source, RegionScope Region,
    DateOnly Expires, string Hash)
{
    public string IssuedBy { get; init; } = "";

    /// <summary>Whether it was confirmed, where it has to be.</summary>
    public bool Counts { get; init; }

    public bool IsRevoked { get; init; }

    public string Target => $"key:{Id}";

    /// <summary>What all may know of it.</summary>
    public static readonly IReadOnlyList<JsonMember<AccessKey>> Members =
    [
        new("owner", "持有人", "the target of its holder", each => each.Owner),
        JsonMember.Texts("roles", "角色", "the roles that it carries",
            (AccessKey each) => each.Roles.Select(role => role.Word())),
        new("source", "所报送的来源", "the only source whose events may be sent with it", each => each.Source)
        {
            MayBeNull = true,
        },
        new("region", "地域范围，空为全部", "its region; empty: all", each => each.Region.Digits),
        new("expires", "有效期的最后一日", "the last day on which it is good", each => each.Expires),
    ];
}
