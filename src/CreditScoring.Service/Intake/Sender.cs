using CreditScoring.Service.Access;

namespace CreditScoring.Service.Intake;

/// <summary>Who hands events in.</summary>
/// <param name="Name">As acts name him; null: nobody had to say.</param>
/// <param name="MayMend">Whether he may also change what was sent before, within what his source may.</param>
public sealed record Sender(string? Name, bool MayMend)
{
    /// <summary>Whether it is a person, and not a program or nobody known.</summary>
    public bool IsPerson =>
        Name?.StartsWith(Holder.TargetOf("", isSystem: false), StringComparison.Ordinal) == true;

    /// <summary>Folder, stream and demo, which the operator feeds.</summary>
    public static readonly Sender Unnamed = new(null, MayMend: true);
}
