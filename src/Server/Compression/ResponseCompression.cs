using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace OwnedData.Server.Compression;

/// <summary>Which answers are compressed, where `Accept-Encoding` allows it: GraphQL responses and the published API, from a kilobyte on.</summary>
internal sealed class ResponseCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options)
    : ResponseCompressionProvider(services, options)
{
    // Below, the bytes saved are fewer than those of one network packet.
    private const long MinimumLength = 1024;

    public override bool ShouldCompressResponse(HttpContext context) =>
        context.Response.ContentLength is not < MinimumLength && base.ShouldCompressResponse(context);

    public static void AddTo(IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            // docs/decisions says why compressing secrets under TLS gives nothing away here.
            options.EnableForHttps = true;
            options.MimeTypes = ["application/graphql-response+json", "application/json", "application/graphql"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        services.AddSingleton<IResponseCompressionProvider, ResponseCompression>();
    }
}
