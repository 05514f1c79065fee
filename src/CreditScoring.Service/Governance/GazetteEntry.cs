using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using Newtonsoft.Json;

namespace CreditScoring.Service.Governance;

/// <summary>
/// Something that is entered into the gazette: when it may be, what it changes, and how it is written.
/// Whether it may be is asked of the gazette and the register as they are just before it.
/// </summary>
/// <param name="Id">Of the proposal.</param>
public abstract record GazetteEntry(string Id)
{
    /// <summary>As which the service itself enters that a day has come.</summary>
    public const string Service = "service";

    private const string TargetBegins = "law:";

    private const int LongestText = 2000;

    /// <summary>As acts name it; for ever.</summary>
    public abstract string What { get; }

    /// <param name="by">The target of who enters it.</param>
    /// <returns>Why it cannot be entered; null: it can.</returns>
    public abstract GazetteFault? FaultIn(Gazette gazette, string by, DateOnly today);

    /// <summary>The gazette with it.</summary>
    /// <param name="gazette">Its number and instant are those of this entry.</param>
    public abstract Gazette EnteredIn(Gazette gazette, string by);

    /// <summary>Its own properties.</summary>
    public virtual void Write(JsonTextWriter json)
    {
    }

    public static string TargetOf(string id) => TargetBegins + id;

    public static string IdOf(Act act) => act.Target[TargetBegins.Length..];

    public Act Act(string by, long number) => new(by, What, TargetOf(Id))
    {
        Number = number,
        Body = JsonText.Of(json =>
        {
            json.WriteStartObject();
            Write(json);
            json.WriteEndObject();
        }),
    };

    /// <summary>The proposal, where it is in one of these states.</summary>
    protected GazetteFault? Missing(Gazette gazette, out Proposal found, params ProposalState[] states) =>
        !gazette.Proposals.TryGetValue(Id, out found!) ? GazetteFault.Unknown
        : states.Contains(found.State) ? null : GazetteFault.WrongState(found.State);

    /// <summary>
    /// Whether who asks is a person whom the register has as an approver at this very moment.
    /// </summary>
    protected static GazetteFault? NotApprover(Gazette gazette, string by) =>
        !IsPerson(by) ? GazetteFault.NobodyKnown
        : gazette.Register.Holders.TryGetValue(by, out var holder) && !holder.IsBlocked
            && holder.Roles.Contains(Role.Approver) ? null : GazetteFault.NoApprover;

    protected static bool IsPerson(string actor) =>
        actor.StartsWith(Holder.TargetOf("", isSystem: false), StringComparison.Ordinal);

    protected static GazetteFault? Wordless(string text) =>
        text.Trim().Length is 0 or > LongestText ? GazetteFault.NoWords : null;
}
