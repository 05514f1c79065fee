namespace CreditScoring.Service.Access;

/// <summary>What one may be allowed to do; each endpoint wants one of these, or is for everybody.</summary>
public enum Right
{
    /// <summary>Where subjects stand.</summary>
    ReadStandings,

    /// <summary>Why: events, ledger, history, drafts. Every look is told in the record.</summary>
    ReadFiles,

    /// <summary>
    /// Personal data in what one may read: without it stars stand for names, narratives and numbers.
    /// </summary>
    SeePersonal,

    /// <summary>Hand in events of one's source.</summary>
    SendEvents,

    /// <summary>Change what was sent before, of whichever source.</summary>
    MendEvents,

    /// <summary>What was turned away, waits, or is missing, of all sources.</summary>
    ReadIncoming,

    /// <summary>Have what was turned away read again.</summary>
    ReplayIncoming,

    /// <summary>Recommendations and windows.</summary>
    ReadFrequencies,

    /// <summary>Plans of inspections, and the register of inspectors.</summary>
    ReadPlans,

    /// <summary>Propose and edit plans, and enter inspectors.</summary>
    MakePlans,

    /// <summary>Approve or refuse what another person has proposed.</summary>
    ApprovePlans,

    /// <summary>What inspections found, and have it reckoned.</summary>
    ReadEffect,

    /// <summary>Which rules are in use.</summary>
    ReadRules,

    /// <summary>What is proposed, and what was said of it.</summary>
    ReadProposals,

    /// <summary>Write drafts of the law, and propose them.</summary>
    DraftLaw,

    /// <summary>Approve and publish what others wrote, and go back to what was in force.</summary>
    ApproveLaw,

    /// <summary>Workers, metrics, the root of the chain.</summary>
    SeeOperation,

    /// <summary>What was done, by whom.</summary>
    ReadAudit,

    /// <summary>The register of persons and keys.</summary>
    ManageRegister,

    /// <summary>Who one is, and the end of one's own session; everybody may who says who he is.</summary>
    SeeOneself,
}
