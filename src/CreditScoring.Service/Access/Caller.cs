namespace CreditScoring.Service.Access;

/// <summary>On whose behalf a question or a change comes, and what that one may.</summary>
/// <param name="Actor">The target of a holder, as acts name it.</param>
/// <param name="Source">The only source whose events it may send; null: any.</param>
public sealed record Caller(string Actor, IReadOnlySet<Right> Rights, RegionScope Region, string? Source)
{
    /// <summary>
    /// Who sits at a machine where nobody has to say who he is; the register is no business of one who might
    /// be anybody.
    /// </summary>
    public static readonly Caller Anybody = new(
        "anybody", Enum.GetValues<Right>().Except([Right.ManageRegister]).ToHashSet(), RegionScope.All, null);

    /// <summary>Those that give the rights.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>Until when it may say so with what it has shown; null: for ever.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>In which it comes; null: it has shown a key, or nothing.</summary>
    public Session? Session { get; init; }

    /// <summary>Whether its password is an initial one, and has to be changed first of all.</summary>
    public bool MustChange { get; init; }

    /// <summary>
    /// Whether it may change what was sent before: a program what its source may, a person as a corrector.
    /// </summary>
    public bool MayMend => May(Right.MendEvents)
        || Actor.StartsWith(Holder.TargetOf("", isSystem: true), StringComparison.Ordinal);

    /// <summary>How it sees what tells of natural persons.</summary>
    public Sight Sight => May(Right.SeePersonal) ? Sight.Whole : Sight.Masked;

    public bool May(Right right) => right == Right.SeeOneself || Rights.Contains(right);
}
