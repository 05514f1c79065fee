using CreditScoring.Service.Contract;

namespace CreditScoring.Service.Tests.Access;

/// <summary>Who may do what of the endpoints by which the law is changed.</summary>
internal static class LawRows
{
    public static readonly MatrixRow[] All =
    [
        ("GET /v1/proposals", "author approver", Extent.Whole, 200),
        ("GET /v1/proposals/0", "author approver", Extent.Whole, 404),
        ("GET /v1/proposals/0/difference", "author approver", Extent.Whole, 404),
        ("GET /v1/proposals/0/files", "author approver", Extent.Whole, 404),
        ("POST /v1/proposals", "author", Extent.Whole, 400),
        ("POST /v1/proposals/0/propose", "author", Extent.Whole, 400),
        ("POST /v1/proposals/0/withdraw", "author", Extent.Whole, 404),
        ("POST /v1/proposals/0/remark", "author approver", Extent.Whole, 400),
        ("POST /v1/proposals/0/approve", "approver", Extent.Whole, 400),
        ("POST /v1/proposals/0/return", "approver", Extent.Whole, 400),
        ("POST /v1/proposals/0/publish", "approver", Extent.Whole, 400),
        ("POST /v1/proposals/0/rollback", "approver", Extent.Whole, 400),
        ("GET /v1/proposals/0/backtest", "author approver", Extent.Whole, 404),
        ("GET /v1/proposals/0/backtest/movers", "author approver", Extent.Whole, 404),
        ("POST /v1/proposals/0/backtest", "author approver", Extent.Whole, 404),
        ("POST /v1/proposals/0/backtest/cancel", "author approver", Extent.Whole, 400),
        ("POST /v1/proposals/0/backtest/acknowledge", "approver", Extent.Whole, 400),
        ("GET /v1/proposals/0/backtest/period", "author approver", Extent.Whole, 404),
        ("GET /v1/proposals/0/backtest/period/movers", "author approver", Extent.Whole, 404),
        ("POST /v1/proposals/0/backtest/period", "author approver", Extent.Whole, 400),
        ("GET /v1/proposals/0/shadow", "author approver", Extent.Whole, 404),
        ("GET /v1/proposals/0/shadow/movers", "author approver", Extent.Whole, 404),
        ("POST /v1/proposals/0/shadow", "author approver", Extent.Whole, 404),
        ("POST /v1/proposals/0/shadow/stop", "author approver", Extent.Whole, 400),
    ];
}
