using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Importing;
using CreditScoring.Importing.Mappings;
using CreditScoring.Importing.Tables;

namespace CreditScoring.Service.TablesIn;

/// <summary>The mapping of a table: the one to begin with, and whether one fits.</summary>
internal sealed class TableMappings(TableStore store)
{
    /// <summary>Tables of the same person whose mappings are tried, the last first.</summary>
    private const int Former = 40;

    private const string File = "mapping.json";

    /// <summary>The mapping of a text, or what is wrong with it.</summary>
    public static Mapping? Read(string text, EventCatalogue catalogue, out IReadOnlyList<Flaw> flaws) =>
        MappingReader.Read(new SourceText(File, text), catalogue, out flaws);

    /// <summary>
    /// With the mapping that is likeliest: of a table that the same person imported, else a ready one; with
    /// none where neither fits.
    /// </summary>
    public async Task<HandedTable> ProposedAsync(
        HandedTable table, SampledTable sample, EventCatalogue catalogue)
    {
        foreach (var former in await store.AllAsync(table.By, Former, 0))
        {
            if (former.State == TableState.Kept && former.Id != table.Id
                && MappingDraft.Of(former.Mapping) is { } draft)
            {
                draft.Lies(null, null);
                if (Fits(draft.Text, sample, catalogue))
                {
                    return With(table, draft, former.Name);
                }
            }
        }

        var proposal = MappingProposal.Of(sample.Source, catalogue);
        return proposal.Ready is null ? table : With(table, MappingDraft.Of(proposal.Text)!, proposal.Ready);
    }

    /// <summary>With the mapping that a person has written.</summary>
    public static HandedTable With(HandedTable table, MappingDraft draft, string? madeOf)
    {
        if (table.OnlySource is { } own)
        {
            draft.Source = own;
        }

        return table with { Mapping = draft.Text, MadeOf = madeOf };
    }

    private static bool Fits(string text, SampledTable sample, EventCatalogue catalogue)
    {
        if (Read(text, catalogue, out _) is not { } mapping)
        {
            return false;
        }

        try
        {
            using var import = TableImport.Open(
                sample.Source, file => throw TableException.Of("join-file", file, default, default), mapping,
                catalogue);
            return true;
        }
        catch (TableException)
        {
            return false;
        }
    }
}
