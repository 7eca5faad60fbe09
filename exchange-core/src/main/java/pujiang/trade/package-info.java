/** A trade from order to certificate: agreement, funds, delivery, acceptance, settlement (交易、交付、清结算、凭证). */
@NullMarked
package pujiang.trade;

import org.jspecify.annotations.NullMarked;
