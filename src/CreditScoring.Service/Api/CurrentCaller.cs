using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Api;

/// <summary>On whose behalf the request at hand comes, and what it may see of a subject.</summary>
public sealed class CurrentCaller(IRecord record, Settings settings, TimeProvider clock)
{
    /// <summary>Nobody may anything until it is known who asks.</summary>
    private static readonly Caller Nobody = new("nobody", new HashSet<Right>(), new RegionScope("-"), "-");

    private AccessLabel? label;

    public Caller Caller { get; private set; } = Nobody;

    /// <summary>
    /// Who asks for what that one may not; null: nobody, or it may. For what a refusal says alone.
    /// </summary>
    public Caller? Refused { get; private set; }

    /// <summary>As who hands events in.</summary>
    public Sender Sender => new(Caller == Caller.Anybody ? null : Caller.Actor, Caller.MayMend);

    private bool Tells => label?.Told is not null && Caller != Caller.Anybody && settings.TellsLooks;

    /// <summary>
    /// Who asks, and by which endpoint.
    /// </summary>
    internal void Is(Caller caller, AccessLabel used) => (Caller, label) = (caller, used);

    /// <summary>Who asks, and may not.</summary>
    internal void IsRefused(Caller caller) => Refused = caller;

    /// <summary>Where the use of an endpoint is told, it is before it goes on.</summary>
    /// <param name="query">What was asked of it: without that nobody could tell what was seen.</param>
    internal Task TellUseAsync(string path, string query) =>
        // That of a subject is told with its region, once it is known which file is meant.
        Tells && label!.Extent != Extent.Subject ? TellAsync(path, null, query) : Task.CompletedTask;

    /// <summary>
    /// Whether the subject's file may be looked into; where looks are told, this one is kept before it is
    /// answered.
    /// </summary>
    /// <returns>Null: it may. The answer for another region's file is that of an unknown one.</returns>
    public async Task<Problem?> LookAsync(Subject subject)
    {
        if (Caller.Region.IsAll && !Tells)
        {
            return null;
        }

        if (await record.FileAsync(subject) is not { } file || !Caller.Region.Covers(file.Region))
        {
            return Problems.NotKnown(subject.Id);
        }

        if (Tells)
        {
            await TellAsync($"{subject}", file.Region);
        }

        return null;
    }

    /// <summary>Whether a subject of a list is of a region for which who asks is competent.</summary>
    public async Task<bool> SeesAsync(Subject subject) =>
        Caller.Region.IsAll
        || (await record.FileAsync(subject) is { } file && Caller.Region.Covers(file.Region));

    private Task TellAsync(string target, string? region, string query = "") => record.KeepAsync(
        new Act(Caller.Actor, label!.Told!, target)
        {
            Region = region, Body = query.Length == 0 ? "{}" : JsonText.Of(json =>
            {
                json.WriteStartObject();
                json.Property("query", ResidentNumber.Masked(Uri.UnescapeDataString(query)));
                json.WriteEndObject();
            }),
        },
        clock);
}
