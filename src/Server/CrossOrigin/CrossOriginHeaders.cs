using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace OwnedData.Server.CrossOrigin;

/// <summary>Writes the framework's CORS headers onto an answer; Vary names Origin once, whether the answer named it already or not.</summary>
internal sealed class CrossOriginHeaders(IOptions<CorsOptions> options, ILoggerFactory loggers) : CorsService(options, loggers)
{
    public override void ApplyResult(CorsResult result, HttpResponse response)
    {
        result.VaryByOrigin &= !response.Headers.Vary.ToString().Contains(HeaderNames.Origin, StringComparison.OrdinalIgnoreCase);
        base.ApplyResult(result, response);
    }
}
