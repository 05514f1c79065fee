using CreditScoring.Enterprises;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Api;

/// <summary>On whose behalf the request at hand comes, and what it may see of a subject.</summary>
public sealed class CurrentCaller(IRecord record, Settings settings, TimeProvider clock)
{
    /// <summary>Nobody may anything until it is known who asks.</summary>
    private static readonly Caller Nobody = new("nobody", new HashSet<Right>(), new RegionScope("-"), "-");

    public Caller Caller { get; private set; } = Nobody;

    internal void Is(Caller caller) => Caller = caller;

    /// <summary>
    /// Whether the subject's file may be looked into; where looks are told, this one is kept before it is
    /// answered.
    /// </summary>
    /// <param name="look">What is done, such as <c>ledger-read</c>; null: a look that is not told.</param>
    /// <returns>Null: it may. The answer for another region's file is that of an unknown one.</returns>
    public async Task<Problem?> LookAsync(Subject subject, string? look)
    {
        var tells = look is not null && settings.WantsKeys && settings.TellsLooks;
        if (Caller.Region.IsAll && !tells)
        {
            return null;
        }

        if (await record.FileAsync(subject) is not { } file || !Caller.Region.Covers(file.Region))
        {
            return Problems.NotKnown(subject.Id);
        }

        if (tells)
        {
            await record.KeepAsync(
                new Act(Caller.Actor, look!, $"{subject}") { Region = file.Region }, clock);
        }

        return null;
    }
}
