using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Governance;

namespace CreditScoring.Service.Dashboard;

/// <summary>What cannot be done on the workbench, and why.</summary>
internal static class BenchFaults
{
    public static GazetteFault NoSpot { get; } = new(
        "spot-unknown", new("草案中没有此处，可能已被改动", "the draft has no such spot, or has it no more"),
        new("回到规则一页重新查找", "go back to the page of the rules and look for it again"));

    public static GazetteFault TooManyTrials { get; } = new(
        "trials-too-many",
        new("正在检验的草案太多", "too many drafts are being tried already"),
        new("稍后再试", "try again in a while"));

    public static GazetteFault NoVersion { get; } = new(
        "version-unknown",
        new("没有这部规则，或已有该日施行的版本", "there is no such rule set, or one of that day already"),
        new("选一部规则，填一个尚无版本的施行日", "choose a rule set, and a day that has no version yet"));

    public static GazetteFault NoRegime { get; } = new(
        "regime-wanted",
        new("制度代号须为小写字母、数字和连字符，以“/”分为两段以上，且未用过；月数为正整数",
            "a regime's name has small letters, digits and hyphens, two parts at least with / between, "
                + "and is new; months are whole numbers"),
        new("写成 cn-gd/platform-complaints 的形式", "write it as cn-gd/platform-complaints"));

    public static GazetteFault NoAnchor { get; } = new(
        "anchor-wanted",
        new("条文须保留其标记（{#art-…}），新条文的标记须未用过",
            "an article keeps its mark ({#art-…}), and a new one has a mark that no other has"),
        new("标记写成 art-9 的形式", "write a mark as art-9"));

    /// <summary>Whether who looks may change a proposal as it is now.</summary>
    public static bool MayWrite(Proposal proposal, CurrentCaller who) =>
        proposal.IsOpen && who.Caller.May(Right.DraftLaw);
}
